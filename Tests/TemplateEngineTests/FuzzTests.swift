import Diagnostics
import Glibc
import Testing

@testable import TemplateEngine

/// Damages templates; the same for the same seed.
struct TemplateMutator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % max(1, bound)
  }

  private static let pieces =
    [
      "{{", "}}", "{%", "%}", "{#", "#}", "-%}", "{%-", "{% endif %}", "{% endfor %}", "{% else %}",
      "{% if flag %}", "{% for x in tags %}", "{% raw %}", "{% endraw %}", "{% macro m(a) %}",
      "{% endmacro %}", "{{ m(m(1)) }}", "{% block a %}", "{% endblock %}", "{{ super() }}",
      "{% extends 'main.html' %}", "{% include 'main.html' %}", "{% import 'main.html' as m %}",
      "{% from 'lib.html' import a %}", "{% set x = x %}", "{% set x %}", "{% endset %}",
      "{% filter upper %}", "{% endfilter %}", "|", ".", ",", "(", ")", "[", "]", ":", "~", "**",
      "9223372036854775807", "-1", "1e308", "0", "none", "loop", "loop.index", "''", "\"", "'",
      "\\",
      "<a href=\"", "\">", "<script>", "</script>", "<!--", "-->", "\u{0}", "é", "\r\n", "is",
      "not",
      "in", "if", "else", "x", "title", "items", "author", " ",
    ] + FilterTable.filterNames.map { "|\($0)" } + FilterTable.filterNames.map { "|map('\($0)')" }
    + FilterTable.testNames.map { " is \($0)" }

  /// The text with one to six changes: bytes lost, doubled, swapped, pieces of the language put in.
  mutating func mutated(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0...next(6) {
      let start = next(bytes.count + 1)
      let end = min(bytes.count, start + next(12))
      switch next(6) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: next(bytes.count + 1))
      case 2: if start < bytes.count { bytes[start] = UInt8(truncatingIfNeeded: next(256)) }
      default: bytes.insert(contentsOf: Self.pieces[next(Self.pieces.count)].utf8, at: start)
      }
    }
    return bytes
  }

  /// A value of that type or, at times, of another one.
  mutating func value(_ type: TemplateType, depth: Int = 0) -> TemplateValue {
    if next(60) == 0 {
      return [.none, .int(.min), .bool(true), .list([]), .string("\u{0}<")][next(5)]
    }
    switch type {
    case .bool: return .bool(next(2) == 0)
    case .int: return .int([0, 1, -1, 7, .max, .min, 1000][next(7)])
    case .double: return .double([0, -0.5, 1e308, .nan, .infinity, 2.5][next(6)])
    case .string:
      return .string(
        ["", "a<b>&\"'", "javascript:x", "é\u{301}ß", "a\nb", "12", "%s%d"][next(7)])
    case .html, .json: return .html(HTML(markup: Array("<b>&amp;</b>".utf8)))
    case .list(let element):
      return .list((0..<(depth > 3 ? 0 : next(5))).map { _ in value(element, depth: depth + 1) })
    case .record(let name):
      guard let schema = Fixture.schema[name] else { return .none }
      return .record(record(schema, depth: depth + 1))
    case .optional(let wrapped): return next(2) == 0 ? .none : value(wrapped, depth: depth)
    case .any, .none, .invalid: return .none
    }
  }

  mutating func record(_ schema: RecordSchema, depth: Int = 0) -> TemplateRecord {
    TemplateRecord(schema, schema.fields.map { value($0.type, depth: depth) })
  }
}

@Suite("Whatever a template says")
struct FuzzTests {
  /// Processor time of this thread, which other work on the machine does not lengthen.
  private static func seconds() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static let duration: Double = {
    guard let text = unsafe getenv("DOSSIER_FUZZ_SECONDS") else { return 2 }
    return Double(unsafe String(cString: text)) ?? 2
  }()

  /// What the fuzzer found out about a case.
  private enum Outcome { case refused, rendered, failed }

  private func run(_ templates: [String: [UInt8]], _ root: TemplateRecord) -> Outcome {
    let sources = templates.sorted { $0.key < $1.key }.map { name, bytes in
      TemplateSource(name: name, file: SourceFile(path: name, bytes: bytes))
    }
    let (set, diagnostics) = TemplateSet.compile(
      sources, entries: ["main.html": "Page"], schema: Fixture.schema)
    guard let set else {
      // What is refused says why, and every finding can be printed.
      #expect(diagnostics.contains { $0.severity == .error })
      #expect(!Fixture.printed(diagnostics).isEmpty)
      return .refused
    }
    var output = Array("before".utf8)
    do throws(TemplateError) {
      try set.render(
        "main.html", root, into: &output, limits: TemplateLimits(output: 1 << 20, turns: 20_000))
      #expect(output.count <= 6 + 1 << 20)
      return .rendered
    } catch {
      #expect(!error.message.isEmpty)
      #expect(output == Array("before".utf8))
      return .failed
    }
  }

  /// Runs for `DOSSIER_FUZZ_SECONDS` of processor time, 2 if not set.
  @Test("it renders, fails with an error or is refused, and takes no time about it")
  func survives() {
    let written = (Case.basics + Case.macros + Case.filters).map(\.templates)
    var generator = TemplateGenerator(seed: 44)
    var mutator = TemplateMutator(seed: 2020)
    var counts: [Outcome: Int] = [:]
    var slowest = 0.0
    let start = Self.seconds()
    var now = start
    var number = 0
    // A case that hangs ends the process rather than the patience of whoever waits.
    defer { _ = alarm(0) }
    while now - start < Self.duration {
      if number % 64 == 0 { _ = alarm(120) }
      let base =
        number % 3 == 0 ? generator.templates() : written[mutator.next(written.count)]
      let isMutated = number % 3 != 0 || mutator.next(2) == 0
      let templates = base.mapValues { isMutated ? mutator.mutated($0) : Array($0.utf8) }
      let root = mutator.next(4) == 0 ? Fixture.root : mutator.record(Fixture.page)
      counts[run(templates, root), default: 0] += 1
      let then = now
      now = Self.seconds()
      slowest = max(slowest, now - then)
      #expect(
        now - then < 2, "slow: \(templates.mapValues { String(decoding: $0, as: UTF8.self) })")
      number += 1
    }
    print(
      "\(number) fuzzed templates: \(counts[.rendered, default: 0]) rendered, "
        + "\(counts[.failed, default: 0]) failed with an error, "
        + "\(counts[.refused, default: 0]) refused; the slowest took \(slowest) s")
    #expect(counts[.rendered, default: 0] > 0 && counts[.failed, default: 0] > 0)
  }
}
