import Benchmark
import TemplateWorkloads

/// The times of templates. `Benchmarks/compare` reads the names.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], warmupIterations: 50,
    maxDuration: .seconds(3), maxIterations: 20_000)
  do {
    let list = try ListWorkloads()
    add("list: dossier", list.dossier)
    add("list: by hand", list.byHand)
    add("list: swift-mustache, dictionaries", list.mustacheOfDictionaries)
    add("list: swift-mustache, structs", list.mustacheOfStructs)
    add("list: Stencil", list.stencil)
    let event = try EventPageWorkload()
    add("event page: template", event.template)
    add("event page: whole", event.page)
  } catch {
    let description = "\(error)"
    Benchmark("set up") { $0.error(description) }
  }
}

/// One iteration is one rendering.
private func add(_ name: String, _ render: @escaping () throws -> Int) {
  Benchmark(name) { benchmark in
    for _ in benchmark.scaledIterations { try blackHole(render()) }
  }
}
