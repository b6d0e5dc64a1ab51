/// The text of all programs of a set, each distinct run of text once.
struct TextPool {
  private(set) var bytes: [UInt8] = []
  private var known: [[UInt8]: UInt32] = [:]

  mutating func add(_ text: [UInt8]) -> UInt32 {
    if let start = known[text] { return start }
    let start = UInt32(truncatingIfNeeded: bytes.count)
    bytes.append(contentsOf: text)
    known[text] = start
    return start
  }
}

/// Collects instructions, joins neighbouring text and fuses what often follows each other.
struct ProgramBuilder {
  /// A bound on includes that multiply: no theme comes near it.
  static let opLimit = 200_000
  static let functionLimit = 10_000

  private(set) var program = Program()
  private(set) var pool: TextPool
  private var pending: [UInt8] = []
  private var pendingPoint = CodePoint(template: 0, start: 0, stop: 0)
  /// Instructions before this one may be jumped to, and are not fused with later ones.
  private var barrier = 0
  var point = CodePoint(template: 0, start: 0, stop: 0)

  init(pool: TextPool) { self.pool = pool }

  var isFull: Bool {
    program.ops.count >= Self.opLimit || program.functions.count >= Self.functionLimit
  }

  mutating func text(_ bytes: [UInt8]) {
    if pending.isEmpty { pendingPoint = point }
    pending.append(contentsOf: bytes)
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let start = pool.add(pending)
    guard !isFull else { return }
    program.ops.append(.text(start: start, count: UInt32(truncatingIfNeeded: pending.count)))
    program.points.append(pendingPoint)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ op: Op) {
    guard !isFull else { return }
    program.ops.append(op)
    program.points.append(point)
  }

  mutating func emit(_ op: Op) {
    if pushesNothingVisible(op) {
      append(op)
      return
    }
    flush()
    if program.ops.count > barrier, let last = program.ops.last {
      switch (last, op) {
      case (.load(let slot), .field(let field, let shape)):
        replaceLast(.loadField(slot: slot, field: field, shape: shape))
        return
      case (.loadField(let slot, let field, let shape), .print(let escape)):
        replaceLast(.printField(slot: slot, field: field, shape: shape, escape: escape))
        return
      default: break
      }
    }
    append(op)
  }

  /// Text may be appended after these instead of before: they touch variables only.
  private func pushesNothingVisible(_ op: Op) -> Bool {
    if case .clear = op { true } else { false }
  }

  private mutating func replaceLast(_ op: Op) {
    program.ops[program.ops.count - 1] = op
    program.points[program.points.count - 1] = point
  }

  /// A place that is jumped to.
  mutating func label() -> UInt32 {
    flush()
    barrier = program.ops.count
    return UInt32(truncatingIfNeeded: program.ops.count)
  }

  /// Emits a jump whose target is set by `land`.
  mutating func jump(_ make: (UInt32) -> Op) -> Int {
    flush()
    append(make(0))
    return program.ops.count - 1
  }

  /// Lets the jump go here.
  mutating func land(_ jump: Int) {
    let target = label()
    guard program.ops.indices.contains(jump), !isFull else { return }
    switch program.ops[jump] {
    case .jump: program.ops[jump] = .jump(target)
    case .jumpUnless: program.ops[jump] = .jumpUnless(target)
    case .jumpKeepingFalse: program.ops[jump] = .jumpKeepingFalse(target)
    case .jumpKeepingTrue: program.ops[jump] = .jumpKeepingTrue(target)
    case .beginLoop(let slot, _): program.ops[jump] = .beginLoop(slot: slot, exit: target)
    case .beginSelection(let slot, _):
      program.ops[jump] = .beginSelection(slot: slot, exit: target)
    default: break
    }
  }

  mutating func constant(_ value: TemplateValue) {
    program.constants.append(value)
    emit(.constant(UInt32(truncatingIfNeeded: program.constants.count - 1)))
  }

  /// A new function, whose code follows later.
  mutating func function() -> UInt16 {
    program.functions.append(Program.Function(entry: 0, firstSlot: 0, slotCount: 0))
    return UInt16(truncatingIfNeeded: program.functions.count - 1)
  }

  /// What follows is that function.
  mutating func beginFunction(_ number: UInt16) {
    let entry = label()
    guard program.functions.indices.contains(Int(number)) else { return }
    program.functions[Int(number)] = Program.Function(
      entry: entry, firstSlot: program.slotCount, slotCount: 0)
  }

  /// All variables since `beginFunction` are its own.
  mutating func endFunction(_ number: UInt16) {
    guard program.functions.indices.contains(Int(number)) else { return }
    let first = program.functions[Int(number)].firstSlot
    program.functions[Int(number)].slotCount = program.slotCount - first
  }

  /// A new variable.
  mutating func slot() -> UInt16 {
    let slot = UInt16(truncatingIfNeeded: program.slotCount)
    if program.slotCount < Int(UInt16.max) { program.slotCount += 1 }
    return slot
  }

  mutating func finish(rootShape: UInt32) -> (program: Program, pool: TextPool) {
    flush()
    program.rootShape = rootShape
    return (program, pool)
  }
}
