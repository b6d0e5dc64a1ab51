import DossierModel
import Testing

@testable import ArticleImport

@Suite("What is kept from the parser comes back where it stood")
struct SlimPageTests {
  /// The tree of a page as it is parsed: of each node its tag or text, and its class words.
  private static func outline(_ page: String) -> [String] {
    let tree = HTMLTree.parse(HTMLPreScan(Array(page.utf8)).slim)
    return tree.nodes.indices.map { index in
      let node = tree.nodes[index]
      guard node.tag == .text else { return String(describing: node.tag) }
      return String(decoding: tree.text[Int(node.lower)..<Int(node.upper)], as: UTF8.self)
    }
  }

  @Test(
    "text is what a parser reads",
    arguments: [
      ("plain text of some length", "plain text of some length"),
      ("text with &amp; and &eacute; in it", "text with & and é in it"),
      ("with a b<b>old</b> word and <i>another</i> one", "with a bold word and another one"),
      ("before, &lt;, behind the <b>reference</b>", "before, <, behind the reference"),
      ("two\r\nlines in the page's source", "two\nlines in the page's source"),
      ("a \u{1} control character is none", "a \u{FFFD} control character is none"),
      ("a \u{7F} control character is none", "a \u{FFFD} control character is none"),
      ("a \u{85} control character is none", "a \u{FFFD} control character is none"),
      ("a \u{FFFE} noncharacter is no letter", "a \u{FFFD} noncharacter is no letter"),
      ("nbsp\u{A0}and ﬁ and “quotes” stay", "nbsp\u{A0}and ﬁ and “quotes” stay"),
      ("4 < 5 is true as long as 5 > 4 is", "4 < 5 is true as long as 5 > 4 is"),
      ("of private use: \u{10FF3D} is kept", "of private use: \u{10FF3D} is kept"),
      (
        "\u{10FF3D} and a <b>long run</b> of text &amp; another",
        "\u{10FF3D} and a long run of text & another"
      ),
      ("&#x010ff3d; it may be written so as well", "\u{10FF3D} it may be written so as well"),
      ("a bell 🔔 rings over the whole town", "a bell 🔔 rings over the whole town"),
    ])
  func text(_ source: String, _ read: String) {
    #expect(
      Self.outline("<!doctype html><title>t</title><p>\(source)</p>")
        == ["html", "head", "title", "t", "body", "p", read])
  }

  @Test("a text that the parser moves out of a table is still that text")
  func moved() {
    #expect(
      Self.outline(
        "<!doctype html><table><tr><td>the text of the cell</td>a text that stands astray</table>")
        == [
          "html", "head", "body", "a text that stands astray", "table", "tbody", "tr", "td",
          "the text of the cell",
        ])
  }

  @Test("an element that the parser opens again has its attributes again")
  func reopened() {
    let page = Array(#"<p><a href="/one" rel=author>one<p>two</a><p class="caption">three"#.utf8)
    let tree = HTMLTree.parse(HTMLPreScan(page).slim)
    let links = tree.nodes.indices.filter { tree.nodes[$0].tag == .a }
    #expect(links.count == 2)
    for link in links {
      #expect(tree.address(of: link).map { String(decoding: page[$0], as: UTF8.self) } == "/one")
      #expect(tree.string(.rel, of: link) == "author")
    }
    let words = tree.nodes.indices.filter { tree.nodes[$0].tag == .p }.map {
      PageFurniture(tree).words[$0]
    }
    #expect(words == [[], [], .caption])
  }

  @Test("a second html or body tag adds its attributes to the first")
  func merged() {
    let page = "<html class=nav><body><p>text<html lang=tr class=x><body class=hidden>"
    let tree = HTMLTree.parse(HTMLPreScan(Array(page.utf8)).slim)
    let furniture = PageFurniture(tree)
    #expect(tree.string(.lang, of: 0) == "tr")
    #expect(furniture.words[0] == .furniture)
    let body = tree.nodes.firstIndex { $0.tag == .body } ?? 0
    #expect(furniture.words[body] == .hidden)
  }

  @Test(
    "attributes are what a parser reads",
    arguments: [
      ("content=plain", "plain"), ("content='a &amp; b'", "a & b"),
      ("content=\"it's\"", "it's"), ("content='\"x\"'", "\"x\""), ("content", ""),
      ("content='two\r\nlines'", "two\nlines"), ("CONTENT=one content=two", "one"),
    ])
  func attributes(_ source: String, _ read: String) {
    let page = Array("<meta name=author \(source)><p>text".utf8)
    let tree = HTMLTree.parse(HTMLPreScan(page).slim)
    let meta = tree.nodes.firstIndex { $0.tag == .meta } ?? 0
    #expect(tree.string(.content, of: meta) == read)
    #expect(tree.string(.name, of: meta) == "author")
  }

  @Test("class words that were read before are not confused with others")
  func memo() {
    let page = Array("nav caption nav captiom caption navx nav".utf8)
    var memo = ClassWordsMemo()
    var start = 0
    for word in page.split(separator: 0x20) {
      let range = start..<start + word.count
      #expect(memo.words(page, range) == ClassWords.read(page[range]))
      start += word.count + 1
    }
  }
}
