import FileTree
import Testing

struct ConcurrentMapTests {
  @Test(
    "results stand in the order of the items, whatever the width",
    arguments: [0, 1, 2, 63, 1000], [1, 2, 3, 16])
  func order(count: Int, width: Int) {
    let results = concurrentMap(Array(0..<count), width: width) { item -> [String] in
      var sum = 0
      for step in 0..<(item % 7 * 1000) { sum &+= step }
      return ["\(item)", sum < 0 ? "-" : "+"]
    }
    #expect(results == (0..<count).map { ["\($0)", "+"] })
  }
}
