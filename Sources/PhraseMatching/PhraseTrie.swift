/// A trie over bytes whose edges live in one open-addressed table: a step is a multiplication and a
/// probe, and 10,000 names take some megabytes.
struct PhraseTrie: Sendable {
  static let root: UInt32 = 0

  /// Edge (state, byte) → state, by hash. A key of 0 is an empty place: no edge leaves the root by NUL.
  /// The key in the low half, the target in the high: a probe touches one line of memory.
  private var edges: [UInt64]
  private var shift: UInt32
  private var edgeCount = 0
  private var stateCount: UInt32 = 1
  /// By state: the first form that ends there, -1 for none; the others follow by `nextForm`.
  private var firstForm: [Int32] = [-1]
  /// By form: the next one that ends at the same state, -1 for none.
  private var nextForm: [Int32] = []
  private var isEmptyTrie = true

  init() {
    shift = 32 - 10
    edges = Array(repeating: 0, count: 1 << 10)
  }

  var isEmpty: Bool { isEmptyTrie }

  /// The state at which a phrase ends, made where it is new; nil for a phrase that cannot be found.
  /// States are numbered up to 2^24; beyond, phrases are left out.
  mutating func insert(_ bytes: [UInt8]) -> UInt32? {
    guard !bytes.isEmpty, !bytes.contains(0), Int(stateCount) + bytes.count < 1 << 24 else {
      return nil
    }
    isEmptyTrie = false
    var state = Self.root
    for byte in bytes {
      if let next = step(state, byte) {
        state = next
      } else {
        if (edgeCount + 1) * 2 > edges.count { grow() }
        place(state << 8 | UInt32(byte), stateCount)
        edgeCount += 1
        firstForm.append(-1)
        state = stateCount
        stateCount += 1
      }
    }
    return state
  }

  /// The forms that end at a state, in order.
  func forms(of state: UInt32) -> [Int32] {
    var forms: [Int32] = []
    var next = firstForm[Int(state)]
    while next >= 0 {
      forms.append(next)
      next = nextForm[Int(next)]
    }
    return forms
  }

  /// Adds a form to those that end at a state, behind all for which `precedes` holds.
  mutating func addForm(_ form: Int32, to state: UInt32, after precedes: (Int32) -> Bool) {
    while nextForm.count <= Int(form) { nextForm.append(-1) }
    var last: Int32 = -1
    var next = firstForm[Int(state)]
    while next >= 0, precedes(next) {
      last = next
      next = nextForm[Int(next)]
    }
    nextForm[Int(form)] = next
    if last >= 0 { nextForm[Int(last)] = form } else { firstForm[Int(state)] = form }
  }

  @inline(__always)
  func step(_ state: UInt32, _ byte: UInt8) -> UInt32? {
    let key = state << 8 | UInt32(byte)
    let mask = edges.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> shift)
    while true {
      let edge = edges[place]
      if UInt32(truncatingIfNeeded: edge) == key { return UInt32(truncatingIfNeeded: edge >> 32) }
      if edge == 0 { return nil }
      place = (place + 1) & mask
    }
  }

  /// The first form that ends at a state, in the order of insertion; -1 for none.
  @inline(__always)
  func firstForm(of state: UInt32) -> Int32 { firstForm[Int(state)] }

  /// The form behind `form` at its state; -1 for none.
  @inline(__always)
  func form(after form: Int32) -> Int32 { nextForm[Int(form)] }

  private mutating func place(_ key: UInt32, _ target: UInt32) {
    let mask = edges.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> shift)
    while edges[place] != 0 { place = (place + 1) & mask }
    edges[place] = UInt64(target) << 32 | UInt64(key)
  }

  private mutating func grow() {
    let old = edges
    shift -= 1
    edges = Array(repeating: 0, count: old.count * 2)
    for edge in old where edge != 0 {
      place(UInt32(truncatingIfNeeded: edge), UInt32(truncatingIfNeeded: edge >> 32))
    }
  }
}
