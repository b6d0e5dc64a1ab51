/// What of a request decides its answer.
struct PreviewRequest: Hashable, Sendable {
  var method = "GET"
  /// The request target as it came: a raw path, perhaps with a query.
  var target: String
  /// The value of `Host`; nil when the request has none.
  var host: String?
  var ifNoneMatch: String?
  var range: String?
  var ifRange: String?
}
