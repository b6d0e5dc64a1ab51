extension Lexicon {
  /// Words that are no part of a time expression and decide whether their neighbour is one.
  static let neighbours = [
    List(.on, ["on"]), List(.at, ["at"]), List(.of, ["of"]), List(.since, ["since"]),
    List(.until, ["until till through"]), List(.from, ["from"]), List(.to, ["to"]),
    List(.between, ["between"]), List(.or, ["or"]),
    List(.preposition, ["in by during throughout within into"]),
    List(.lasting, ["for"]),
    List(
      .intention,
      [
        "will shall scheduled expected expects due plans planned planning would "
          + "intends postponed delayed deferred adjourned extended suspended "
          + "forthcoming"
      ]),
    // Past tense: the value is 2.
    List(.function, from: 2, ["was were had did said left began went took held"]),
    List(
      .function,
      [
        "is are be been has have does do could should might must can not "
          + "but nor so yet because although though while if as with without against "
          + "upon than then there here also again all both either neither such off out up down "
          + "says said amid among via near"
      ]),
    List(
      .pronoun,
      [
        "he she it they we you i his her its their our who whom whose which what when where why "
          + "how my your"
      ]),
    List(.reading, ["accessed retrieved consulted viewed"]), List(.see, ["see cf"]),
    List(.older, ["older younger"]),
    // What numbers count that are no years: “in 2000 men”, “May 4 and 5 people”.
    List(
      .counted,
      [
        "men women people persons troops soldiers fighters civilians children refugees prisoners "
          + "casualties victims dead killed wounded injured missing deaths losses families "
          + "households villages houses homes tanks guns aircraft planes ships vessels vehicles "
          + "missiles shells bombs km kilometres kilometers miles metres meters m feet ft yards "
          + "hectares acres tons tonnes kg kilograms litres liters degrees dollars euros pounds "
          + "rubles roubles lira marks francs percent pc cents votes seats members delegates "
          + "employees workers jobs students pages copies bp mm cm hp kw mw times points "
          + "volunteers militants rebels officers policemen protesters demonstrators million "
          + "billion trillion square cubic barrels horses cavalry infantry infantrymen"
      ]),
    // What numbers name that are no years: “Resolution 1973”.
    List(
      .numbering,
      [
        "resolution resolutions no nr number numbers nos flight article page p pp room route "
          + "highway section chapter line lines note notes order bill paragraph para act vol "
          + "volume issue item figure fig table verse law decree protocol channel apartment unit "
          + "suite size model code box gate pier track lot version directive"
      ]),
  ]
}
