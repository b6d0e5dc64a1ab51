import Foundation

@testable import TemplateEngine

/// Jinja2 itself, where `python3` can import it.
enum JinjaOracle {
  /// Renders each set of templates with autoescape on and a record's fields as variables, of which
  /// `none` ones are absent, as Jinja2's undefined.
  private static let program = """
    import sys, json
    try:
        import jinja2
        from markupsafe import Markup
    except ImportError:
        print("absent")
        sys.exit(0)
    def absent(value):
        if isinstance(value, dict):
            return {k: absent(v) for k, v in value.items() if v is not None}
        if isinstance(value, list):
            return [absent(v) for v in value]
        return value
    given = json.load(open(sys.argv[1]))
    data = absent(given["data"])
    data["body"] = Markup(data["body"])
    results = []
    for case in given["cases"]:
        loader = jinja2.DictLoader(dict(case))
        environment = jinja2.Environment(loader=loader, autoescape=True)
        try:
            results.append(environment.get_template("main.html").render(data))
        except Exception as error:
            results.append("ERROR " + type(error).__name__ + ": " + str(error))
    print(json.dumps(results))
    """

  /// What Jinja2 gives for each; nil where there is no Jinja2.
  static func results(for cases: [[String: String]]) throws -> [String]? {
    let input = RecordSchema("Input", [.init("cases", .any), .init("data", .any)])
    let list = TemplateValue.list(
      cases.map { templates in
        .list(templates.map { .list([.string($0.key), .string($0.value)]) })
      })
    let record = TemplateRecord(input, [list, .record(Fixture.root)])
    let json = try JSONText.bytes(of: .record(record), indent: nil)
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("templates-\(UUID().uuidString).json")
    try Data(json).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let python = ProcessInfo.processInfo.environment["DOSSIER_PYTHON"] ?? "python3"
    process.arguments = [python, "-c", program, file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try? JSONDecoder().decode([String].self, from: output)
  }
}
