import EDTF

/// The codes of UCDP's Georeferenced Event Dataset (UCDP GED Codebook, version 22.1).
enum UCDPCodes {
  /// `date_prec`: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year; nil beyond
  /// that, and where an end is open.
  static func datePrecision(of date: EDTF) -> Int? {
    switch date.days {
    case 1?: 1
    case (2...6)?: 2
    case 7?: 3
    case (8...31)?: 4
    case (32...366)?: 5
    default: nil
    }
  }

  /// `where_prec` of a place by its sort: 1 the place itself, 3 a district, 4 a region, 6 a country, 7
  /// waters; nil for what says nothing of it.
  static func placePrecision(of sort: String?) -> Int? {
    switch sort {
    case "settlement", "site": 1
    case "district": 3
    case "region": 4
    case "country": 6
    case "water": 7
    default: nil
    }
  }

  /// `type_of_violence`: 1 state-based, 2 non-state, 3 one-sided.
  static func typeOfViolence(event: String?, conflict: String?) -> Int {
    if event == "attack-on-civilians" { return 3 }
    return conflict == "non-state" ? 2 : 1
  }
}
