/// A running loop.
struct LoopState {
  let items: [TemplateValue]
  var index = 0
  var kept: [TemplateValue] = []
  /// What `loop.changed` was given last.
  var seen: TemplateValue?
}

/// A macro that is running.
struct MacroFrame {
  let function: Int
  let returnAddress: Int
  /// The loops outside it, which it does not see.
  let outerLoops: Int
  /// The variables of the same macro's running call, which this one replaces.
  let saved: [TemplateValue]
}

/// Runs one program: a stack of values, variables by slot, one output buffer.
///
/// Not copyable, and what does not need the state is static: a hidden copy of the state for a call
/// in the loop below cost three quarters of the time.
struct Machine: ~Copyable {
  let program: Program
  let text: [UInt8]
  let limits: TemplateLimits
  /// The filters and tests, held here so that no call goes through a global.
  private let filters = FilterTable.filters
  private let tests = FilterTable.tests
  private var slots: [TemplateValue]
  private var stack: [TemplateValue] = []
  private var loops: [LoopState] = []
  private var captures: [Int] = []
  private var turns = 0
  private var frames: [MacroFrame] = []
  /// For each function how many calls of it are running.
  private var running: [Int]
  /// The number of loops around the running macro.
  private var loopBase = 0
  /// The instruction at hand; after a failure, the one that failed.
  private(set) var counter = 0

  init(_ program: Program, text: [UInt8], root: TemplateRecord, limits: TemplateLimits) {
    self.program = program
    self.text = text
    self.limits = limits
    slots = [TemplateValue](repeating: .none, count: max(1, program.slotCount))
    slots[0] = .record(root)
    running = [Int](repeating: 0, count: program.functions.count)
    stack.reserveCapacity(16)
  }

  /// Appends the program's output. What was appended before a failure stays for the caller to drop.
  mutating func run(into output: inout [UInt8]) throws(Failure) {
    let ops = program.ops
    let text = self.text
    let constants = program.constants
    let outputLimit = output.count + limits.output
    var pc = 0
    defer { counter = max(0, pc - 1) }
    while pc < ops.count {
      let op = ops[pc]
      pc += 1
      switch op {
      case .text(let start, let count):
        Self.append(text, Int(start), Int(count), to: &output)
        if output.count > outputLimit { throw tooLong() }
      case .print(let escape):
        let value = pop()
        try Self.print(value, escape, into: &output)
        if output.count > outputLimit { throw tooLong() }
      case .printField(let slot, let field, let shape, let escape):
        try Self.print(try Self.field(of: slots[Int(slot)], field, shape), escape, into: &output)
        if output.count > outputLimit { throw tooLong() }
      case .constant(let index): stack.append(constants[Int(index)])
      case .load(let slot): stack.append(slots[Int(slot)])
      case .loadField(let slot, let field, let shape):
        stack.append(try Self.field(of: slots[Int(slot)], field, shape))
      case .field(let field, let shape):
        let base = pop()
        stack.append(try Self.field(of: base, field, shape))
      case .store(let slot): slots[Int(slot)] = pop()
      case .unpack(let slot, let count): try unpack(pop(), slot: Int(slot), count: Int(count))
      case .clear(let slot): slots[Int(slot)] = .none
      case .pop: _ = pop()
      case .jump(let target): pc = Int(target)
      case .jumpUnless(let target): if !Operators.isTrue(pop()) { pc = Int(target) }
      case .jumpKeepingFalse(let target): if keepsTop(unless: true) { pc = Int(target) }
      case .jumpKeepingTrue(let target): if keepsTop(unless: false) { pc = Int(target) }
      case .not: stack.append(.bool(!Operators.isTrue(pop())))
      case .negate: stack.append(try Operators.apply(.subtract, .int(0), pop()))
      case .positive: stack.append(try Operators.apply(.add, .int(0), pop()))
      case .binary(let operation):
        let right = pop()
        stack.append(try Operators.apply(operation, pop(), right))
      case .concat(let count): try concat(Int(count))
      case .list(let count): stack.append(.list(popMany(Int(count))))
      case .index:
        let index = pop()
        stack.append(try Sequences.element(of: pop(), at: index))
      case .slice:
        let step = pop()
        let to = pop()
        let from = pop()
        stack.append(try Sequences.slice(of: pop(), from: from, to: to, step: step))
      case .range: try range()
      case .filter(let number, let count):
        let arguments = count == 0 ? [] : popMany(Int(count))
        stack.append(try filters[Int(number)].apply(pop(), arguments))
      case .test(let number, let count):
        let arguments = count == 0 ? [] : popMany(Int(count))
        stack.append(.bool(try tests[Int(number)].apply(pop(), arguments)))
      case .beginLoop(let slot, let exit):
        if !(try begin(slot: Int(slot))) { pc = Int(exit) }
      case .nextTurn(let slot, let body):
        if try next(slot: Int(slot)) { pc = Int(body) } else { _ = loops.popLast() }
      case .beginSelection(let slot, let exit):
        if !(try begin(slot: Int(slot))) {
          stack.append(.list([]))
          pc = Int(exit)
        }
      case .select(let slot, let body):
        if Operators.isTrue(pop()), let last = loops.indices.last {
          loops[last].kept.append(loops[last].items[loops[last].index])
        }
        if try next(slot: Int(slot)) {
          pc = Int(body)
        } else {
          stack.append(.list(loops.popLast()?.kept ?? []))
        }
      case .loop(let property, let depth): stack.append(loop(property, Int(depth)))
      case .loopChanged(let depth): stack.append(.bool(changed(pop(), Int(depth))))
      case .call(let function): pc = try enter(Int(function), from: pc)
      case .return: pc = leave() ?? ops.count
      case .beginCapture: captures.append(output.count)
      case .endCapture:
        let start = captures.popLast() ?? output.count
        stack.append(.html(HTML(markup: Array(output[start...]))))
        output.removeSubrange(start...)
      }
    }
  }

  /// Appends a piece of the templates' text. Through a pointer, since a slice would retain the text that
  /// all threads share, and each retain would take its cache line from the others.
  @inline(__always)
  private static func append(
    _ text: [UInt8], _ start: Int, _ count: Int, to output: inout [UInt8]
  ) {
    unsafe text.withUnsafeBufferPointer { buffer in
      unsafe output.append(
        contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<(start + count)]))
    }
  }

  private func tooLong() -> Failure { Failure("output is longer than \(limits.output) bytes") }

  /// The compiler balances pushes and pops; an empty stack would be its mistake, and gives `none`.
  @inline(__always)
  private mutating func pop() -> TemplateValue { stack.popLast() ?? .none }

  private mutating func popMany(_ count: Int) -> [TemplateValue] {
    let start = max(0, stack.count - count)
    let values = Array(stack[start...])
    stack.removeSubrange(start...)
    return values
  }

  private mutating func keepsTop(unless truth: Bool) -> Bool {
    guard let top = stack.last else { return false }
    if Operators.isTrue(top) != truth { return true }
    _ = stack.popLast()
    return false
  }

  private mutating func concat(_ count: Int) throws(Failure) {
    let start = max(0, stack.count - count)
    let result = try Operators.concat(stack[start...])
    stack.removeSubrange(start...)
    stack.append(result)
  }

  @inline(__always)
  private static func field(of base: TemplateValue, _ field: UInt16, _ shape: UInt32)
    throws(Failure) -> TemplateValue
  {
    switch base {
    case .record(let record):
      let storage = record.storage
      guard storage.shape == shape else {
        throw Failure(
          storage.shape == 0
            ? "record “\(storage.schema.name)” has \(storage.values.count) values for "
              + "\(storage.schema.fields.count) fields"
            : "a record of another schema was given: “\(storage.schema.name)”")
      }
      return storage.values[Int(field)]
    case .none: return .none
    default: throw Failure("\(ValueText.kind(base)) given where the schema says record")
    }
  }

  private mutating func unpack(_ value: TemplateValue, slot: Int, count: Int) throws(Failure) {
    let items: [TemplateValue]
    switch value {
    case .list(let elements): items = elements
    case .record(let record) where record.storage.shape == GroupSchema.shared.shape:
      items = record.values
    default: items = []
    }
    guard items.count == count else {
      throw Failure("\(count) variables need a list of \(count) elements")
    }
    for (offset, item) in items.enumerated() { slots[slot + offset] = item }
  }

  private mutating func range() throws(Failure) {
    guard case .int(let step) = pop(), case .int(let stop) = pop(), case .int(let start) = pop()
    else { throw Failure("`range` takes integers") }
    guard step != 0 else { throw Failure("the step of `range` is zero") }
    let span =
      step > 0 ? stop.subtractingReportingOverflow(start) : start.subtractingReportingOverflow(stop)
    guard !span.overflow, span.partialValue / max(1, Int(clamping: step.magnitude)) <= limits.turns
    else {
      throw Failure("`range` is longer than \(limits.turns)")
    }
    stack.append(.list(stride(from: start, to: stop, by: step).map { .int($0) }))
  }

  // MARK: loops

  private mutating func begin(slot: Int) throws(Failure) -> Bool {
    switch pop() {
    case .list(let items):
      guard let first = items.first else { return false }
      try countTurn()
      slots[slot] = first
      loops.append(LoopState(items: items))
      return true
    case .none: return false
    case let other: throw Failure("\(ValueText.kind(other)) cannot be looped over")
    }
  }

  private mutating func next(slot: Int) throws(Failure) -> Bool {
    guard let last = loops.indices.last, loops[last].index + 1 < loops[last].items.count else {
      return false
    }
    try countTurn()
    loops[last].index += 1
    slots[slot] = loops[last].items[loops[last].index]
    return true
  }

  private mutating func countTurn() throws(Failure) {
    turns += 1
    if turns > limits.turns {
      throw Failure("loops and macro calls take more than \(limits.turns) turns")
    }
  }

  private mutating func changed(_ value: TemplateValue, _ depth: Int) -> Bool {
    let depth = depth + loopBase
    guard loops.indices.contains(depth) else { return false }
    if let seen = loops[depth].seen, Operators.areEqual(seen, value) { return false }
    loops[depth].seen = value
    return true
  }

  // MARK: macros

  /// How deep macros may call each other.
  static let callLimit = 200

  /// Begins a call; gives where the macro begins. Every function has variables of its own, so only
  /// one that calls itself has any to save.
  private mutating func enter(_ number: Int, from pc: Int) throws(Failure) -> Int {
    guard program.functions.indices.contains(number) else { return pc }
    guard frames.count < Self.callLimit else {
      throw Failure("macros call each other deeper than \(Self.callLimit)")
    }
    try countTurn()
    let function = program.functions[number]
    let range = function.firstSlot..<function.firstSlot + function.slotCount
    frames.append(
      MacroFrame(
        function: number, returnAddress: pc, outerLoops: loopBase,
        saved: running[number] > 0 ? Array(slots[range]) : []))
    running[number] += 1
    loopBase = loops.count
    return Int(function.entry)
  }

  /// Ends a call; gives where to go on, nil at the end of the page.
  private mutating func leave() -> Int? {
    guard let frame = frames.popLast() else { return nil }
    running[frame.function] -= 1
    loopBase = frame.outerLoops
    let first = program.functions[frame.function].firstSlot
    for (offset, value) in frame.saved.enumerated() { slots[first + offset] = value }
    return frame.returnAddress
  }

  private func loop(_ property: LoopProperty, _ depth: Int) -> TemplateValue {
    let depth = depth + loopBase
    guard loops.indices.contains(depth) else { return .none }
    let index = loops[depth].index
    let items = loops[depth].items
    return switch property {
    case .index: .int(index + 1)
    case .index0: .int(index)
    case .revindex: .int(items.count - index)
    case .revindex0: .int(items.count - index - 1)
    case .first: .bool(index == 0)
    case .last: .bool(index + 1 == items.count)
    case .length: .int(items.count)
    case .previtem: index > 0 ? items[index - 1] : .none
    case .nextitem: index + 1 < items.count ? items[index + 1] : .none
    case .depth: .int(1)
    case .depth0: .int(0)
    }
  }

  // MARK: printing

  private static func print(_ value: TemplateValue, _ escape: Escape, into output: inout [UInt8])
    throws(Failure)
  {
    switch value {
    case .string(let text):
      switch escape {
      case .text, .attribute: Escaping.appendEscaped(text, to: &output)
      case .nothing: output.append(contentsOf: text.utf8)
      case .address, .addressPart:
        printAddress(value, AddressScheme.verdict(text.utf8), escape, into: &output)
      }
    case .int(let number): ValueText.append(number, to: &output)
    case .html(let html):
      switch escape {
      case .text, .nothing: output.append(contentsOf: html.bytes)
      case .attribute: Escaping.appendNormalised(html, to: &output)
      case .address, .addressPart:
        printAddress(value, AddressScheme.verdict(ofMarkup: html.bytes), escape, into: &output)
      }
    case .double(let number): output.append(contentsOf: ValueText.string(number).utf8)
    case .none: throw Failure("none cannot be printed")
    case .bool: throw Failure("a boolean cannot be printed")
    case .list: throw Failure("a list cannot be printed")
    case .record(let record): throw Failure("record “\(record.schema.name)” cannot be printed")
    }
  }

  private static func printAddress(
    _ value: TemplateValue, _ verdict: AddressScheme.Verdict, _ escape: Escape,
    into output: inout [UInt8]
  ) {
    let isAllowed =
      switch verdict {
      case .none: true
      case .harmless: escape == .address
      case .refused: false
      }
    switch value {
    case .string(let text) where isAllowed: Escaping.appendEscaped(text, to: &output)
    case .html(let html) where isAllowed: Escaping.appendNormalised(html, to: &output)
    default: output.append(UInt8(ascii: "#"))
    }
  }
}
