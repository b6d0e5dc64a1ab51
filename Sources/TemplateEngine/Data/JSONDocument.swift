/// A JSON text (RFC 8259) as a flat list of values. A value stands before the values it holds, so that
/// what is to be done for all of them is a loop, forwards or backwards, and no recursion.
struct JSONDocument: Sendable {
  /// One value.
  struct Node: Sendable {
    let kind: Kind
    /// Where it stands in the text, in UTF-8 offsets: all of a scalar, the opening bracket of others.
    let range: Range<Int>
  }

  enum Kind: Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    /// The positions of the elements.
    case list([Int])
    /// The names, all different, with the positions of their values.
    case object([(name: String, value: Int)])
  }

  /// The first is the whole text's value; there is always one.
  var nodes: [Node] = []
}

/// What is wrong with a JSON text.
struct JSONFailure: Error {
  enum Kind { case syntax, duplicate, limit }

  let kind: Kind
  /// One line, lower case, without a full stop.
  let message: String
  /// In UTF-8 offsets.
  let range: Range<Int>
}
