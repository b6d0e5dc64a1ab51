package import Diagnostics
import DossierModel
import FileTree

/// Reads a machine's reading. What it says of title, publisher and lines is a record of what was
/// recognised then; a build reads the capture itself, and takes from here where it came from and what
/// its paragraphs are called.
package struct ReadingReader {
  /// How the file's name ends.
  package static let ending = ".read.json"
  /// The largest reading that is read, in bytes.
  package static let limit = 64 << 20

  package init() {}

  /// The path of the reading beside a capture: `seeds/town.read.json` for `seeds/town.txt`.
  package static func path(beside capture: String) -> String {
    let name = capture.utf8.lastIndex(of: UInt8(ascii: "/")).map { capture.index(after: $0) }
    let start = name ?? capture.startIndex
    let dot = capture[start...].lastIndex(of: ".").flatMap { $0 == start ? nil : $0 }
    return capture[..<(dot ?? capture.endIndex)] + ending
  }

  /// nil, with a finding, for a file that is no reading. O(bytes).
  package func read(
    _ file: SourceFile, reporting diagnostics: inout [Diagnostic]
  ) -> Reading? {
    var json = JSONReader(bytes: file.bytes)
    var reading = Reading(file: file)
    var rules = 0
    var paragraphs: [FrozenReading.Paragraph]?
    do throws(JSONReader.Failure) {
      try json.object { key, json throws(JSONReader.Failure) in
        switch key {
        case "captured-at": reading.capturedAt = try json.optionalString()
        case "url":
          reading.url = try json.optionalString().flatMap { BaseURL.isWebAddress($0) ? $0 : nil }
        case "content-type": reading.contentType = try json.optionalString()
        case "sha256":
          if !json.takeNull() { reading.digest = try Self.digest(&json) }
        case "previous":
          try json.array { json throws(JSONReader.Failure) in
            reading.previous.append(try Self.digest(&json))
          }
        case "redirects":
          try json.array { json throws(JSONReader.Failure) in
            reading.redirects.append(try json.string())
          }
        case "rules": rules = try json.int()
        case "paragraphs":
          var found: [FrozenReading.Paragraph] = []
          try json.array { json throws(JSONReader.Failure) in
            found.append(try Self.paragraph(&json))
          }
          paragraphs = found
        default: try json.skipValue()
        }
      }
      try json.end()
      if let digest = reading.digest, let paragraphs {
        guard Self.areDistinct(paragraphs) else {
          throw JSONReader.Failure(expected: "each locator once", offset: 0)
        }
        reading.frozen = FrozenReading(rules: rules, digest: digest, paragraphs: paragraphs)
      }
      return reading
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, "bad-reading",
          "the reading is not what `dossier ingest` writes: expected \(error.expected)",
          at: file.place(error.offset..<error.offset),
          help: "restore the file; without it the numbers of paragraphs are those of today's rules")
      )
      return nil
    }
  }

  private static func digest(_ json: inout JSONReader) throws(JSONReader.Failure) -> Digest {
    let start = json.position()
    guard let digest = Digest(hex: try json.string()) else {
      throw JSONReader.Failure(expected: "64 hexadecimal digits", offset: start)
    }
    return digest
  }

  private static func paragraph(
    _ json: inout JSONReader
  ) throws(JSONReader.Failure) -> FrozenReading.Paragraph {
    let start = json.position()
    var locator: Citation.Locator?
    var layer: Article.Paragraph.Layer?
    var line = 1
    var bounds: [Int] = []
    var digest: Digest?
    var standing: FrozenReading.Paragraph.Standing? = .read
    try json.object { key, json throws(JSONReader.Failure) in
      switch key {
      case "locator": locator = try? Citation.parseDetails(try json.string()).get().locator
      case "layer": layer = Article.Paragraph.Layer(rawValue: try json.string())
      case "line": line = try json.int()
      case "bytes":
        try json.array { json throws(JSONReader.Failure) in bounds.append(try json.int()) }
      case "sha256": digest = try Self.digest(&json)
      case "standing":
        standing = FrozenReading.Paragraph.Standing(rawValue: try json.string())
      default: try json.skipValue()
      }
    }
    guard let locator, locator.numbers.count == 1, let layer, let digest, let standing, line > 0,
      (layer == .footnote) == (locator.series == .footnote),
      bounds.count == 2, 0 <= bounds[0], bounds[0] < bounds[1]
    else {
      throw JSONReader.Failure(
        expected: "a paragraph with locator, layer, bytes and sha256", offset: start)
    }
    return FrozenReading.Paragraph(
      number: locator.numbers.lowerBound, layer: layer, line: line, bytes: bounds[0]..<bounds[1],
      digest: digest, standing: standing)
  }

  private static func areDistinct(_ paragraphs: [FrozenReading.Paragraph]) -> Bool {
    struct Name: Hashable {
      let number: Int
      let series: Citation.Locator.Series
    }
    var names: Set<Name> = []
    return paragraphs.allSatisfy {
      names.insert(Name(number: $0.number, series: $0.series)).inserted
    }
  }
}
