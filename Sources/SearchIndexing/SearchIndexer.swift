import FileTree

/// Makes a full-text index that a browser reads by itself, without a server: classic scripts of a few
/// kilobytes, of which a query loads those that it needs (Documentation/Decisions, *search index*).
///
/// It knows documents, groups and tags, nothing of what they are about.
package struct SearchIndexer: Sendable {
  /// The runs of neighbouring documents, in order.
  private let groups: [SearchGroup]
  /// What readers may filter by, besides groups and dates.
  private let tags: [String]
  private let width: Int

  package init(groups: [SearchGroup], tags: [String], width: Int) {
    self.groups = groups
    self.tags = tags
    self.width = width
  }

  private var count: Int { groups.reduce(0) { $0 + $1.count } }

  /// How many documents the frequent words are taken from.
  private static let sample = 250

  /// Makes the index of the documents that `document` gives by number, and hands its files to `sink`,
  /// which several threads call at once. `document` may be asked twice. The files are the same whatever
  /// the number of threads. O(length of all documents), with memory for their terms, not their texts.
  ///
  /// - Returns: the names of the files.
  package func build(
    _ document: @escaping @Sendable (Int) -> SearchDocument,
    into sink: @escaping @Sendable (SearchFile) -> Void
  ) -> [String] {
    let folding = SearchFolding()
    let dictionary = dictionary(document, folding)
    let partitions = concurrentMap(runs.enumerated().map { ($0, $1) }, width: width) {
      number, run in
      var partition = Partition(
        number: number, dictionary: dictionary, folding: folding, sink: sink)
      for index in run { partition.add(document(index)) }
      partition.finish()
      return partition
    }
    let lists = PostingLists(merging: partitions, width: width)
    var names = partitions.enumerated().flatMap { number, partition in
      partition.fileCounts.indices.map { "d\(number)-\($0)" }
    }
    var digest = ContentDigest()
    for partition in partitions { digest.add(partition.digest.value) }

    let termFiles = TermFiles(lists: lists)
    let ranges = termFiles.ranges()
    let termDigests = concurrentMap(ranges.enumerated().map { ($0, $1) }, width: width) {
      number, range in
      let file = termFiles.file(range, number: number)
      var digest = ContentDigest()
      digest.add(file.bytes)
      sink(file)
      return digest.value
    }
    names += ranges.indices.map { "t\($0)" }
    for value in termDigests { digest.add(value) }

    let lexicon = LexiconFiles(lists: lists)
    let (forward, reversed) = concurrently(width: width) {
      lexicon.files(isReversed: false)
    } _: {
      lexicon.files(isReversed: true)
    }
    var others = forward.files + reversed.files + [dictionary.file]
    others.append(FilterFile(partitions: partitions, tags: tags).file)
    for file in others {
      digest.add(file.bytes)
      names.append(file.name)
      sink(file)
    }
    let manifest = Manifest(
      version: digest.text, groups: groups, documents: partitions.map(\.fileCounts),
      terms: ranges.map(termFiles.boundary), lexicon: forward.boundaries,
      reversed: reversed.boundaries)
    sink(manifest.file)
    names.append(manifest.file.name)
    return names
  }

  /// The runs of documents that are read apart from one another: as many as threads may be, and no more,
  /// since each has a list of words of its own.
  private var runs: [Range<Int>] {
    let count = count
    let parts = max(1, min(8, count / 640))
    return (0..<parts).map { (count * $0 / parts)..<(count * ($0 + 1) / parts) }
  }

  private func dictionary(
    _ document: @Sendable (Int) -> SearchDocument, _ folding: SearchFolding
  ) -> TextDictionary {
    let step = max(1, count / Self.sample)
    var sample = TextDictionary.Sample(scanner: WordScanner(folding: folding))
    for index in stride(from: 0, to: count, by: step) { sample.add(document(index)) }
    return sample.dictionary()
  }
}
