import Foundation

/// Walks every page of an emitted tree and tells which links lead nowhere.
struct SiteLinks {
  private let files: Set<String>
  private var pages: [String: HTMLScanner] = [:]
  private var anchors: [String: Set<String>] = [:]
  /// What is wrong, as `page: what`.
  private(set) var problems: [String] = []
  /// How many links within the site were followed.
  private(set) var count = 0
  /// How many of them name an anchor.
  private(set) var fragments = 0

  /// - Parameter basePath: where the 404 page expects the site to stand: `/harbour/`.
  init(_ tree: [String: Data], basePath: String = "/") {
    files = Set(tree.keys)
    for (path, bytes) in tree where path.hasSuffix(".html") {
      let page = HTMLScanner(String(decoding: bytes, as: UTF8.self))
      pages[path] = page
      var seen: Set<String> = []
      for id in page.values("id") where !seen.insert(id).inserted {
        problems.append("\(path): the id “\(id)” stands there twice")
      }
      anchors[path] = seen
    }
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      check(page, at: path, basePath: basePath)
    }
  }

  private mutating func check(_ page: HTMLScanner, at path: String, basePath: String) {
    for tag in page.tags {
      if tag.name == "script", tag["src"] == nil, tag["type"] == nil {
        problems.append("\(path): a script in the page")
      }
      for name in ["src", "srcset", "poster", "data"] {
        if let address = tag[name] {
          if Self.isAbsolute(address) { problems.append("\(path): \(name)=\(address)") }
          follow(address, from: path, basePath: basePath)
        }
      }
      if let address = tag["href"] {
        if tag.name == "link", tag["rel"] != "canonical", Self.isAbsolute(address) {
          problems.append("\(path): a request to \(address)")
        }
        follow(address, from: path, basePath: basePath)
      }
      if tag.name == "meta", tag["http-equiv"]?.lowercased() == "refresh",
        let content = tag["content"], let url = content.range(of: "url=")
      {
        follow(String(content[url.upperBound...]), from: path, basePath: basePath)
      }
    }
  }

  private mutating func follow(_ address: String, from path: String, basePath: String) {
    if Self.isAbsolute(address) { return }
    count += 1
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let file = String(parts[0]).removingPercentEncoding else {
      problems.append("\(path): \(address) is badly encoded")
      return
    }
    var target = path
    if file.hasPrefix("/") {
      guard path == "404.html", file.hasPrefix(basePath) else {
        problems.append("\(path): \(address) is absolute")
        return
      }
      target = String(file.dropFirst(basePath.count))
    } else if !file.isEmpty {
      guard let resolved = Self.resolve(file, from: path) else {
        problems.append("\(path): \(address) leaves the site")
        return
      }
      target = resolved
    }
    guard files.contains(target) else {
      problems.append("\(path): \(address) leads to no file")
      return
    }
    guard parts.count == 2 else { return }
    fragments += 1
    let fragment = String(parts[1]).removingPercentEncoding ?? ""
    if let ids = anchors[target], !ids.contains(fragment) {
      problems.append("\(path): \(address) names no anchor there")
    }
  }

  /// Whether an address has a scheme or a host of its own.
  static func isAbsolute(_ address: String) -> Bool {
    if address.hasPrefix("//") { return true }
    guard let colon = address.firstIndex(of: ":") else { return false }
    return !address[..<colon].contains { $0 == "/" || $0 == "#" || $0 == "?" }
  }

  private static func resolve(_ file: String, from page: String) -> String? {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in file.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      case ".": break
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
