import Dispatch

/// Runs a build and the tasks it starts on threads of its own, one for each core, so that a build that
/// keeps them busy delays neither a request nor the end of the server: those run on Swift's pool.
final class BuildExecutor: TaskExecutor {
  // Dispatch keeps separate threads for each class of service; Swift's pool has the default one.
  private let queue = DispatchQueue(
    label: "dossier.build", qos: .utility, attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async {
      unsafe job.runSynchronously(on: self.asUnownedTaskExecutor())
    }
  }
}
