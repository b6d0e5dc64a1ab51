package import EDTF

extension EDTF {
  /// The date that `text` says, or nil where it says none: a fact's value may be `unknown`.
  package init?(reading text: String) {
    guard case .success(let date) = EDTF.parse(text) else { return nil }
    self = date
  }
}
