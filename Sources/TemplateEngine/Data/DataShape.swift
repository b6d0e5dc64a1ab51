/// What values at one place of a JSON text have in common: of all elements of a list, of all values that
/// one name has in the objects of a list.
struct DataShape {
  /// Whether `null` was met.
  var mayBeNone = false
  /// What the values that are neither lists nor objects have in common.
  var scalar: TemplateType?
  /// The number of the shape of the elements; nil when no list with an element was met.
  var element: Int?
  /// Whether a list was met.
  var isList = false
  /// How many objects were met.
  var objectCount = 0
  /// The names of the objects in the order in which they were met first, with the number of the shape
  /// of their values and how many objects have the name.
  var members: [(name: String, shape: Int, count: Int)] = []
  private var positions: [String: Int] = [:]

  /// What messages call the record: the name under which it stands in what holds it.
  let label: String

  init(label: String) { self.label = label }

  /// Counts the name once more; gives the number of its shape, `next` for a new name.
  mutating func count(_ name: String, next: Int) -> Int {
    if let position = positions[name] {
      members[position].count += 1
      return members[position].shape
    }
    positions[name] = members.count
    members.append((name, next, 1))
    return next
  }
}

/// The shapes of a document.
struct DataShapes {
  /// Names of one record: the program of a template counts them with 16 bits.
  static let memberLimit = 10_000
  /// Values of all records together, with those that an object lacks.
  static let valueLimit = 10_000_000

  /// A shape stands before those it holds.
  private(set) var shapes = [DataShape(label: "data")]
  /// By node of the document, the number of its shape.
  private(set) var numbers: [Int]

  /// Finds the shapes in one walk. O(nodes).
  init(_ document: JSONDocument) throws(JSONFailure) {
    numbers = [Int](repeating: 0, count: document.nodes.count)
    for (node, number) in zip(document.nodes, numbers.indices) {
      let shape = numbers[number]
      switch node.kind {
      case .null: shapes[shape].mayBeNone = true
      case .bool: add(.bool, to: shape)
      case .int: add(.int, to: shape)
      case .double: add(.double, to: shape)
      case .string: add(.string, to: shape)
      case .list(let elements):
        shapes[shape].isList = true
        guard !elements.isEmpty else { continue }
        let element = shapes[shape].element ?? shapes.count
        if element == shapes.count {
          shapes[shape].element = element
          let label = shapes[shape].label
          shapes.append(DataShape(label: label.hasSuffix("[]") ? label : label + "[]"))
        }
        for value in elements { numbers[value] = element }
      case .object(let members):
        shapes[shape].objectCount += 1
        for member in members {
          let value = shapes[shape].count(member.name, next: shapes.count)
          if value == shapes.count { shapes.append(DataShape(label: Self.label(member.name))) }
          numbers[member.value] = value
        }
        if shapes[shape].members.count > Self.memberLimit {
          throw JSONFailure(
            kind: .limit, message: "objects have more than \(Self.memberLimit) names",
            range: node.range)
        }
      }
    }
    let count = shapes.reduce(0) { $0 + $1.objectCount * $1.members.count }
    if count > Self.valueLimit {
      throw JSONFailure(
        kind: .limit, message: "the objects of lists have too few names in common",
        range: document.nodes[0].range)
    }
  }

  private mutating func add(_ type: TemplateType, to shape: Int) {
    shapes[shape].scalar = shapes[shape].scalar?.joined(type) ?? type
  }

  /// A name as it stands in messages.
  private static func label(_ name: String) -> String {
    let scalars = name.unicodeScalars
    return scalars.count <= 40
      ? name : String(String.UnicodeScalarView(scalars.prefix(40))) + "…"
  }
}
