/// What only a reader who filters needs: tags with their documents, and the days of each document.
///
/// Tags: label, tab, gaps between documents as numbers, tab. Then, behind a vertical tab, two numbers for
/// each document: 0 where it has no day, else 1 + how many days it may mean, and the first of them, as the
/// difference to the document before with a day, even numbers forwards, odd ones backwards.
struct FilterFile {
  let partitions: [Partition]
  let tags: [String]

  /// O(documents + their tags).
  var file: SearchFile {
    var lists = [[UInt8]](repeating: [], count: tags.count)
    var last = [Int](repeating: -1, count: tags.count)
    var days: [UInt8] = []
    var day: Int = 0
    var document = 0
    for partition in partitions {
      for index in partition.days.indices {
        for tag in partition.tags[index] where tag < tags.count && last[tag] < document {
          Script.append(document - last[tag] - 1, to: &lists[tag])
          last[tag] = document
        }
        if let range = partition.days[index] {
          let span = min(Int(range.upperBound) - Int(range.lowerBound), 1 << 24)
          let gap = Int(range.lowerBound) - day
          Script.append(1 + span, to: &days)
          Script.append(gap >= 0 ? gap * 2 : -gap * 2 - 1, to: &days)
          day = Int(range.lowerBound)
        } else {
          days.append(Script.digit(0))
        }
        document += 1
      }
    }
    var data: [UInt8] = []
    for (tag, list) in zip(tags, lists) {
      Script.appendEscaped(tag.utf8, to: &data)
      data.append(0x09)
      data += list
      data.append(0x09)
    }
    data.append(0x0B)
    data += days
    return Script.file("filters", data)
  }
}
