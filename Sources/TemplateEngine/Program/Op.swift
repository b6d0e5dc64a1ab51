/// How a printed value is escaped; the place in the HTML where it stands decides.
enum Escape: UInt8, Sendable {
  /// Plain text output, or JSON in a script: as it is.
  case nothing
  /// Between tags: text is escaped, markup is not.
  case text
  /// In a quoted attribute value: text is escaped, of markup the brackets and quotes.
  case attribute
  /// As `attribute`, at the start of an address: a scheme not known as harmless becomes `#`.
  case address
  /// As `attribute`, where an address may still lack its scheme: it must not get one.
  case addressPart
}

/// A property of a running loop.
enum LoopProperty: UInt8, Sendable, CaseIterable {
  case index, index0, revindex, revindex0, first, last, length, previtem, nextitem, depth, depth0
}

/// An instruction of the stack machine that renders templates.
enum Op: Sendable {
  /// Appends a part of the text pool.
  case text(start: UInt32, count: UInt32)
  /// Pops and appends.
  case print(Escape)
  /// `loadField` and `print` in one.
  case printField(slot: UInt16, field: UInt16, shape: UInt32, escape: Escape)
  case constant(UInt32)
  case load(slot: UInt16)
  /// A field of the record in a variable; the record itself is not copied.
  case loadField(slot: UInt16, field: UInt16, shape: UInt32)
  /// A field of the record on the stack; `none` stays `none`.
  case field(field: UInt16, shape: UInt32)
  case store(slot: UInt16)
  /// Pops a list of so many elements and stores them in following variables.
  case unpack(slot: UInt16, count: UInt16)
  case clear(slot: UInt16)
  case pop
  case jump(UInt32)
  case jumpUnless(UInt32)
  /// For `and`, `or`: jumps and keeps the value, or pops it.
  case jumpKeepingFalse(UInt32)
  case jumpKeepingTrue(UInt32)
  case not
  case negate
  case positive
  case binary(BinaryOperator)
  case concat(UInt16)
  case list(UInt16)
  case index
  case slice
  case range
  case filter(UInt16, arguments: UInt16)
  case test(UInt16, arguments: UInt16)
  /// Pops a list. Empty: jumps. Else starts a loop with its first element in the variable.
  case beginLoop(slot: UInt16, exit: UInt32)
  /// Goes on with the next element at `body`, or ends the loop and falls through.
  case nextTurn(slot: UInt16, body: UInt32)
  /// As `beginLoop`, for the filter of a loop. Empty: pushes an empty list and jumps.
  case beginSelection(slot: UInt16, exit: UInt32)
  /// Pops whether to keep the element; then as `nextTurn`, but at the end pushes what was kept.
  case select(slot: UInt16, body: UInt32)
  case loop(LoopProperty, depth: UInt16)
  /// Pops a list and pushes whether it differs from the one before in this loop.
  case loopChanged(depth: UInt16)
  /// Runs a macro, whose arguments are on the stack.
  case call(UInt16)
  /// Back to behind the call; outside any call the end.
  case `return`
  case beginCapture
  /// Takes back what was appended since `beginCapture` and pushes it as markup.
  case endCapture
}

/// Where an instruction comes from.
struct CodePoint: Sendable {
  let template: Int32
  let start: Int32
  let stop: Int32
}

/// One compiled entry: everything it extends and includes is part of it.
struct Program: Sendable {
  /// A macro for one combination of arguments: where it begins, and its variables.
  struct Function: Sendable {
    let entry: UInt32
    let firstSlot: Int
    var slotCount: Int
  }

  var ops: [Op] = []
  /// For each op, its origin.
  var points: [CodePoint] = []
  var constants: [TemplateValue] = []
  var slotCount = 1
  var functions: [Function] = []
  /// The shape that the root record must have.
  var rootShape: UInt32 = 0
}
