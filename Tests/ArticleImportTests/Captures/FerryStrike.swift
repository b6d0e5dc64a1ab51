import DossierModel

extension AnnotatedCapture {
  /// A news page: menu, byline with a role, two stamps, credited caption, cross-links, lists below.
  static let ferryStrike = AnnotatedCapture(
    name: "ferry strike", title: "Island ferries stop as crews reject pay offer",
    publisher: "Northern Strait Courier", author: "Marta Lindqvist", published: "2021-03-12",
    language: "en",
    lines: [
      (.titleDuplicate, "Island ferries stop as crews reject pay offer | Northern Strait Courier"),
      (.blank, ""),
      (.chrome, "Skip to content"),
      (.chrome, "Home"),
      (.chrome, "Islands"),
      (.chrome, "Mainland"),
      (.chrome, "Fisheries"),
      (.chrome, "Weather"),
      (.chrome, "Letters"),
      (.chrome, "Log in"),
      (.blank, ""),
      (.chrome, "Home > Islands > Transport"),
      (.blank, ""),
      (.title, "Island ferries stop as crews reject pay offer"),
      (.blank, ""),
      (
        .standfirst,
        "Four of the six routes will stay closed until the weekend, the operator said on Friday."
      ),
      (.blank, ""),
      (.byline, "By Marta Lindqvist, transport correspondent"),
      (.stamp, "Published: 12 March 2021, 08:15 GMT | Updated: 13 March 2021, 17:02 GMT"),
      (.chrome, "Share Tweet Email"),
      (.blank, ""),
      (
        .caption,
        "The Solveig at her berth in Karrholm on Thursday evening [Nils Aaberg/Strait Pictures]"
      ),
      (.blank, ""),
      (
        .body,
        """
        Ferry crews on the northern islands walked off their ships early on Friday after their union \
        rejected an offer that would have raised wages by two per cent over three years.
        """
      ),
      (.blank, ""),
      (
        .body,
        """
        The operator, Strait Line, cancelled forty sailings before noon and warned that four of its six \
        routes would not reopen before Saturday. Two lifeline routes are still being served by a \
        chartered vessel.
        """
      ),
      (.blank, ""),
      (.chrome, "READ ALSO: Harbour council puts off vote on the new pier"),
      (.blank, ""),
      (
        .body,
        """
        “We have been patient for two winters,” said Jonas Feld, who speaks for the crews. “This offer \
        does not even cover the price of heating.”
        """
      ),
      (.blank, ""),
      (.body, "The company disagrees."),
      (.blank, ""),
      (
        .body,
        """
        Its managing director, Ida Brekke, told reporters in Karrholm that the offer was the best the \
        subsidy allowed, and that she was ready to meet the union at any hour.
        """
      ),
      (.blank, ""),
      (.chrome, "Sign up for our morning briefing and never miss a sailing."),
      (.blank, ""),
      (.body, "What happens next"),
      (.blank, ""),
      (
        .body,
        """
        A mediator appointed by the regional assembly is due to arrive on Sunday. Under the law of the \
        islands both sides must then keep the peace for ten days while talks go on.
        """
      ),
      (.blank, ""),
      (
        .body,
        """
        Shops on the outer islands said they had bread for three days and milk for two, and asked people \
        not to buy more than they need.
        """
      ),
      (.blank, ""),
      (.chrome, "Topics: ferries, Strait Line, wages"),
      (.blank, ""),
      (.chrome, "Related stories"),
      (.chrome, "Old lighthouse sold to a retired teacher"),
      (.chrome, "Herring quota cut for the third year"),
      (.chrome, "Storm closes the causeway again"),
      (.blank, ""),
      (.chrome, "3 comments"),
      (.chrome, "islander62"),
      (.chrome, "12 March 2021 at 09:40"),
      (.chrome, "They should have been paid properly years ago, everybody out here knows that."),
      (.chrome, "Reply"),
      (.blank, ""),
      (.chrome, "© 2021 Northern Strait Courier. All rights reserved."),
    ])
}
