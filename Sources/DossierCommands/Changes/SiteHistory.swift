import GitHistory

/// The history of a site's folder, with what git needs of our environment.
enum SiteHistory {
  static func repository(of folder: String) -> GitRepository {
    var variables: [String: String] = [:]
    for name in ["PATH", "HOME", "XDG_CONFIG_HOME"] {
      if let value = Environment[name] { variables[name] = value }
    }
    return GitRepository(folder: folder, environment: variables)
  }
}
