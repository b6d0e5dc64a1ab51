dossierPreviews({
"actors/norland.html":["Norland","state","A kingdom in the north.",[]],
"actors/sudland.html":["Sudland","state","It holds the harbour, and the Kingdom of Norland says so.",[]],
"conflicts/harbour-dispute.html":["Harbour dispute of 2020","interstate","A dispute of Norland and Sudland.",[["Start","27 September 2020"],["Side North","Norland"],["Side South","Sudland"]]],
"events/envoys-meet.html":["Envoys meet","meeting","The envoys met.",[["When","14 October 2020"],["Where","Grey Port"]]],
"places/grey-port.html":["Grey Port","settlement","A port.",[]]});
