// Made by Scripts/make-gazetteer; change that, not this.
//
// Names of states, from two public tables. Credit: datasets/country-codes (Open Data Commons Public
// Domain Dedication and Licence), with names from CLDR and UNTERM; The World Factbook (public domain)
// by way of factbook/factbook.json (CC0).

extension StateGazetteer {
  /// One state a line: slug, names, demonyms, seats of government that stand for the state; lists by
  /// `;`. `~` marks names that are people's names too. The first name is the one to show.
  static let data = """
    afghanistan|Afghanistan;Islamic Republic of Afghanistan|Afghan;Afghans|Kabul
    albania|Albania;Republic of Albania|Albanian;Albanians|Tirana
    algeria|Algeria;People's Democratic Republic of Algeria|Algerian;Algerians|Algiers
    andorra|Andorra;Principality of Andorra|Andorran;Andorrans|Andorra la Vella
    angola|Angola;Republic of Angola|Angolan;Angolans|Luanda
    antigua-and-barbuda|Antigua and Barbuda||Saint John's
    argentina|Argentina;Argentine Republic|Argentine;Argentines;Argentinian|Buenos Aires
    armenia|Armenia;Republic of Armenia|Armenian;Armenians|Yerevan
    australia|Australia;Commonwealth of Australia|Australian;Australians|Canberra
    austria|Austria;Republic of Austria|Austrian;Austrians|Vienna
    azerbaijan|Azerbaijan;Republic of Azerbaijan|Azerbaijani;Azerbaijanis;Azeri;Azeris|Baku
    bahamas|Bahamas;Commonwealth of The Bahamas|Bahamian;Bahamians|Nassau
    bahrain|Bahrain;Kingdom of Bahrain|Bahraini;Bahrainis|Manama
    bangladesh|Bangladesh;People's Republic of Bangladesh|Bangladeshi;Bangladeshis|Dhaka
    barbados|Barbados|Barbadian;Barbadians|Bridgetown
    belarus|Belarus;Republic of Belarus|Belarusian;Belarusians;Belarussian|Minsk
    belgium|Belgium;Kingdom of Belgium|Belgian;Belgians|
    belize|Belize|Belizean;Belizeans|Belmopan
    benin|Benin;Republic of Benin|Beninese|Porto-Novo
    bhutan|Bhutan;Kingdom of Bhutan|Bhutanese|Thimphu
    bolivia|Bolivia;Plurinational State of Bolivia|Bolivian;Bolivians|La Paz
    bosnia-and-herzegovina|Bosnia and Herzegovina;Bosnia-Herzegovina;Bosnia|Bosnian;Herzegovinian;Bosnians;Herzegovinians|Sarajevo
    botswana|Botswana;Republic of Botswana|Batswana|Gaborone
    brazil|Brazil;Federative Republic of Brazil|Brazilian;Brazilians|Brasília
    brunei|Brunei;Brunei Darussalam|Bruneian;Bruneians|Bandar Seri Begawan
    bulgaria|Bulgaria;Republic of Bulgaria|Bulgarian;Bulgarians|
    burkina-faso|Burkina Faso|Burkinabe|Ouagadougou
    burundi|Burundi;Republic of Burundi|Burundian;Burundians|Gitega
    cambodia|Cambodia;Kingdom of Cambodia|Cambodian;Cambodians|Phnom Penh
    cameroon|Cameroon;Republic of Cameroon|Cameroonian;Cameroonians|Yaounde
    canada|Canada|Canadian;Canadians|Ottawa
    cape-verde|Cape Verde;Cabo Verde;Republic of Cabo Verde|Cabo Verdean;Cabo Verdeans|Praia
    central-african-republic|Central African Republic|Central African;Central Africans|Bangui
    chad|~Chad;Republic of Chad|Chadian;Chadians|N'Djamena
    chile|Chile;Republic of Chile|Chilean;Chileans|
    china|China;People’s Republic of China;PRC;People's Republic of China|Chinese|Beijing
    colombia|Colombia;Republic of Colombia|Colombian;Colombians|Bogotá
    comoros|Comoros;Union of the Comoros|Comoran;Comorans|
    costa-rica|Costa Rica;Republic of Costa Rica|Costa Rican;Costa Ricans|San José
    croatia|Croatia;Republic of Croatia|Croat;Croats;Croatian|Zagreb
    cuba|Cuba;Republic of Cuba|Cuban;Cubans|Havana
    cyprus|Cyprus;Republic of Cyprus|Cypriot;Cypriots|Nicosia
    czechia|Czechia;Czech Republic|Czech;Czechs|Prague
    democratic-republic-of-the-congo|Democratic Republic of the Congo;DRC;DR Congo;Congo|Congolese|Kinshasa
    denmark|Denmark;Kingdom of Denmark|Dane;Danes;Danish|Copenhagen
    djibouti|Djibouti;Republic of Djibouti|Djiboutian;Djiboutians|
    dominican-republic|Dominican Republic|Dominican;Dominicans|Santo Domingo
    dominica|Dominica;Commonwealth of Dominica|Dominican;Dominicans|
    ecuador|Ecuador;Republic of Ecuador|Ecuadorian;Ecuadorians|Quito
    egypt|Egypt;Arab Republic of Egypt|Egyptian;Egyptians|Cairo
    el-salvador|El Salvador;Republic of El Salvador|Salvadoran;Salvadorans|San Salvador
    equatorial-guinea|Equatorial Guinea;Republic of Equatorial Guinea|Equatorial Guinean|Malabo
    eritrea|Eritrea;State of Eritrea|Eritrean;Eritreans|Asmara
    estonia|Estonia;Republic of Estonia|Estonian;Estonians|Tallinn
    eswatini|Eswatini;Swaziland;Kingdom of Eswatini|Swazi;Swazis|Mbabane
    ethiopia|Ethiopia;Federal Democratic Republic of Ethiopia|Ethiopian;Ethiopians|Addis Ababa
    fiji|Fiji;Republic of Fiji|Fijian;Fijians|Suva
    finland|Finland;Republic of Finland|Finnish;Finns|Helsinki
    france|France;French Republic|French;Frenchman;Frenchmen;Frenchwoman;Frenchwomen|Paris
    gabon|Gabon;Gabonese Republic|Gabonese|Libreville
    gambia|Gambia;Republic of The Gambia|Gambian;Gambians|Banjul
    georgia|~Georgia|Georgian;Georgians|Tbilisi
    germany|Germany;Federal Republic of Germany|German;Germans|Berlin
    ghana|Ghana;Republic of Ghana|Ghanaian;Ghanaians|Accra
    greece|Greece;Hellenic Republic|Greek;Greeks|Athens
    grenada|Grenada|Grenadian;Grenadians|Saint George's
    guatemala|Guatemala;Republic of Guatemala|Guatemalan;Guatemalans|Guatemala City
    guinea-bissau|Guinea-Bissau;Republic of Guinea-Bissau|Bissau-Guinean;Bissau-Guineans|Bissau
    guinea|Guinea;Republic of Guinea|Guinean;Guineans|Conakry
    guyana|Guyana;Cooperative Republic of Guyana|Guyanese|
    haiti|Haiti;Republic of Haiti|Haitian;Haitians|Port-au-Prince
    honduras|Honduras;Republic of Honduras|Honduran;Hondurans|Tegucigalpa
    hungary|Hungary|Hungarian;Hungarians|Budapest
    iceland|Iceland|Icelandic;Icelander;Icelanders|Reykjavik
    india|India;Republic of India|Indian;Indians|New Delhi;Delhi
    indonesia|Indonesia;Republic of Indonesia|Indonesian;Indonesians|Jakarta
    iran|Iran;Islamic Republic of Iran|Iranian;Iranians|Tehran
    iraq|Iraq;Republic of Iraq|Iraqi;Iraqis|Baghdad
    ireland|Ireland|Irish;Irishman;Irishmen|Dublin
    israel|~Israel;State of Israel|Israeli;Israelis|
    italy|Italy;Italian Republic|Italian;Italians|Rome
    ivory-coast|Ivory Coast;Côte d’Ivoire;Republic of Côte d'Ivoire|Ivorian;Ivorians|Yamoussoukro
    jamaica|Jamaica|Jamaican;Jamaicans|
    japan|Japan|Japanese|Tokyo
    jordan|~Jordan;Hashemite Kingdom of Jordan|Jordanian;Jordanians|Amman
    kazakhstan|Kazakhstan;Republic of Kazakhstan|Kazakh;Kazakhs|Astana;Nur-Sultan
    kenya|~Kenya;Republic of Kenya|Kenyan;Kenyans|Nairobi
    kiribati|Kiribati;Republic of Kiribati|I-Kiribati|Tarawa
    kosovo|Kosovo;Republic of Kosovo|Kosovan;Kosovar;Kosovars|Pristina
    kuwait|Kuwait;State of Kuwait|Kuwaiti;Kuwaitis|Kuwait City
    kyrgyzstan|Kyrgyzstan;Kyrgyz Republic|Kyrgyz|Bishkek
    laos|Laos;Lao People's Democratic Republic|Lao;Laotian;Laotians|Vientiane
    latvia|Latvia;Republic of Latvia|Latvian;Latvians|Riga
    lebanon|Lebanon;Lebanese Republic|Lebanese|Beirut
    lesotho|Lesotho;Kingdom of Lesotho|Basotho|Maseru
    liberia|Liberia;Republic of Liberia|Liberian;Liberians|Monrovia
    libya|Libya;State of Libya|Libyan;Libyans|Tripoli
    liechtenstein|Liechtenstein;Principality of Liechtenstein|Liechtenstein;Liechtensteiner;Liechtensteiners|Vaduz
    lithuania|Lithuania;Republic of Lithuania|Lithuanian;Lithuanians|Vilnius
    luxembourg|Luxembourg;Grand Duchy of Luxembourg|Luxembourg;Luxembourger;Luxembourgers|
    madagascar|Madagascar;Republic of Madagascar|Malagasy|Antananarivo
    malawi|Malawi;Republic of Malawi|Malawian;Malawians|Lilongwe
    malaysia|Malaysia|Malaysian;Malaysians|Kuala Lumpur
    maldives|Maldives;Republic of Maldives|Maldivian;Maldivians|
    mali|Mali;Republic of Mali|Malian;Malians|Bamako
    malta|Malta;Republic of Malta|Maltese|Valletta
    marshall-islands|Marshall Islands;Republic of the Marshall Islands|Marshallese|Majuro
    mauritania|Mauritania;Islamic Republic of Mauritania|Mauritanian;Mauritanians|Nouakchott
    mauritius|Mauritius;Republic of Mauritius|Mauritian;Mauritians|Port Louis
    mexico|Mexico;United Mexican States|Mexican;Mexicans|Mexico City
    micronesia|Micronesia;Federated States of Micronesia|Micronesian;Micronesians|Palikir
    moldova|Moldova;Republic of Moldova|Moldovan;Moldovans|Chisinau
    monaco|Monaco;Principality of Monaco|Monegasque;Monacan;Monegasques;Monacans|
    mongolia|Mongolia|Mongolian;Mongolians|Ulaanbaatar
    montenegro|Montenegro|Montenegrin;Montenegrins|Podgorica
    morocco|Morocco;Kingdom of Morocco|Moroccan;Moroccans|Rabat
    mozambique|Mozambique;Republic of Mozambique|Mozambican;Mozambicans|Maputo
    myanmar|Myanmar;Burma;Union of Burma|Burmese|Naypyidaw;Nay Pyi Taw
    namibia|Namibia;Republic of Namibia|Namibian;Namibians|Windhoek
    nauru|Nauru;Republic of Nauru|Nauruan;Nauruans|
    nepal|Nepal|Nepali;Nepalis;Nepalese|Kathmandu
    netherlands|Netherlands;Kingdom of the Netherlands|Dutch;Dutchman;Dutchmen|
    new-zealand|New Zealand|New Zealander;New Zealanders|Wellington
    nicaragua|Nicaragua;Republic of Nicaragua|Nicaraguan;Nicaraguans|Managua
    nigeria|Nigeria;Federal Republic of Nigeria|Nigerian;Nigerians|Abuja
    niger|Niger;Republic of Niger|Nigerien;Nigeriens|Niamey
    north-korea|North Korea;DPRK;Democratic People's Republic of Korea|North Korean;North Koreans|Pyongyang
    north-macedonia|North Macedonia;Republic of North Macedonia|Macedonian;Macedonians|Skopje
    norway|Norway;Kingdom of Norway|Norwegian;Norwegians|Oslo
    oman|Oman;Sultanate of Oman|Omani;Omanis|Muscat
    pakistan|Pakistan;Islamic Republic of Pakistan|Pakistani;Pakistanis|Islamabad
    palau|Palau;Republic of Palau|Palauan;Palauans|Ngerulmud
    palestine|Palestine;State of Palestine|Palestinian;Palestinians|
    panama|Panama;Republic of Panama|Panamanian;Panamanians|
    papua-new-guinea|Papua New Guinea;Independent State of Papua New Guinea|Papua New Guinean;Papua New Guineans|Port Moresby
    paraguay|Paraguay;Republic of Paraguay|Paraguayan;Paraguayans|Asunción
    peru|Peru;Republic of Peru|Peruvian;Peruvians|Lima
    philippines|Philippines;Republic of the Philippines|Filipino;Filipinos;Philippine|Manila
    poland|Poland;Republic of Poland|Polish;Poles|Warsaw
    portugal|Portugal;Portuguese Republic|Portuguese|Lisbon
    qatar|Qatar;State of Qatar|Qatari;Qataris|Doha
    republic-of-the-congo|Republic of the Congo;Congo-Brazzaville;Congo|Congolese|Brazzaville
    romania|Romania|Romanian;Romanians|Bucharest
    russia|Russia;Russian Federation|Russian;Russians|Moscow
    rwanda|Rwanda;Republic of Rwanda|Rwandan;Rwandans|Kigali
    samoa|Samoa;Independent State of Samoa|Samoan;Samoans|Apia
    san-marino|San Marino;Republic of San Marino|Sammarinese|
    sao-tome-and-principe|São Tomé and Príncipe;Sao Tome and Principe;Democratic Republic of Sao Tome and Principe|Sao Tomean;Sao Tomeans|Sao Tome
    saudi-arabia|Saudi Arabia;Kingdom of Saudi Arabia|Saudi;Saudis;Saudi Arabian|Riyadh
    senegal|Senegal;Republic of Senegal|Senegalese|Dakar
    serbia|Serbia;Republic of Serbia|Serb;Serbs;Serbian;Serbians|Belgrade
    seychelles|Seychelles;Republic of Seychelles|Seychellois|
    sierra-leone|Sierra Leone;Republic of Sierra Leone|Sierra Leonean;Sierra Leoneans|Freetown
    singapore|Singapore;Republic of Singapore|Singaporean;Singaporeans|
    slovakia|Slovakia;Slovak Republic|Slovak;Slovaks|Bratislava
    slovenia|Slovenia;Republic of Slovenia|Slovenian;Slovene;Slovenes|Ljubljana
    solomon-islands|Solomon Islands|Solomon Islander;Solomon Islanders|Honiara
    somalia|Somalia;Federal Republic of Somalia|Somali;Somalis|Mogadishu
    south-africa|South Africa;Republic of South Africa|South African;South Africans|Pretoria
    south-korea|South Korea;Republic of Korea|South Korean;South Koreans|Seoul
    south-sudan|South Sudan;Republic of South Sudan|South Sudanese|Juba
    spain|Spain;Kingdom of Spain|Spanish;Spaniard;Spaniards|Madrid
    sri-lanka|Sri Lanka;Democratic Socialist Republic of Sri Lanka|Sri Lankan;Sri Lankans|Colombo
    st-kitts-and-nevis|St. Kitts and Nevis;Saint Kitts and Nevis;Federation of Saint Kitts and Nevis|Kittitian;Nevisian;Kittitians;Nevisians|Basseterre
    st-lucia|St. Lucia;Saint Lucia|Saint Lucian;Saint Lucians|
    st-vincent-and-grenadines|St. Vincent and Grenadines;Saint Vincent and Grenadines;Saint Vincent and the Grenadines|Saint Vincentian;Vincentian;Saint Vincentians;Vincentians|
    sudan|Sudan;Republic of the Sudan|Sudanese|Khartoum
    suriname|Suriname;Republic of Suriname|Surinamese;Surinamer;Surinamers|Paramaribo
    sweden|Sweden;Kingdom of Sweden|Swedish;Swede;Swedes|Stockholm
    switzerland|Switzerland;Swiss Confederation|Swiss|
    syria|Syria;Syrian Arab Republic|Syrian;Syrians|Damascus
    taiwan|Taiwan|Taiwanese|Taipei
    tajikistan|Tajikistan;Republic of Tajikistan|Tajik;Tajiks|Dushanbe
    tanzania|Tanzania;United Republic of Tanzania|Tanzanian;Tanzanians|Dodoma
    thailand|Thailand;Kingdom of Thailand|Thai|Bangkok
    timor-leste|Timor-Leste;East Timor;Democratic Republic of Timor-Leste|Timorese|Dili
    togo|Togo;Togolese Republic|Togolese|Lome
    tonga|Tonga;Kingdom of Tonga|Tongan;Tongans|Nuku'alofa
    trinidad-and-tobago|Trinidad and Tobago;Republic of Trinidad and Tobago|Trinidadian;Tobagonian;Trinidadians;Tobagonians|Port of Spain
    tunisia|Tunisia;Republic of Tunisia|Tunisian;Tunisians|Tunis
    turkey|Turkey;Türkiye;Republic of Turkey|Turkish;Turk;Turks|Ankara
    turkmenistan|Turkmenistan|Turkmen;Turkmens|Ashgabat
    tuvalu|Tuvalu|Tuvaluan;Tuvaluans|Funafuti
    uganda|Uganda;Republic of Uganda|Ugandan;Ugandans|Kampala
    ukraine|Ukraine|Ukrainian;Ukrainians|Kyiv;Kiev
    united-arab-emirates|United Arab Emirates;UAE|Emirati;Emiratis|Abu Dhabi
    united-kingdom|United Kingdom;UK;U.K.;Britain;Great Britain;United Kingdom of Great Britain and Northern Ireland|British;Briton;Britons|London
    united-states|United States;United States of America;US;U.S.;USA;U.S.A.|American;Americans|Washington;Washington, D.C.
    uruguay|Uruguay;Oriental Republic of Uruguay|Uruguayan;Uruguayans|Montevideo
    uzbekistan|Uzbekistan;Republic of Uzbekistan|Uzbek;Uzbeks|Tashkent
    vanuatu|Vanuatu;Republic of Vanuatu|Ni-Vanuatu|Port-Vila
    vatican-city|Vatican City;Holy See;Vatican;Holy See||
    venezuela|Venezuela;Bolivarian Republic of Venezuela|Venezuelan;Venezuelans|Caracas
    vietnam|Vietnam;Socialist Republic of Vietnam|Vietnamese|Hanoi
    yemen|Yemen;Republic of Yemen|Yemeni;Yemenis|Sanaa;Sana'a
    zambia|Zambia;Republic of Zambia|Zambian;Zambians|Lusaka
    zimbabwe|Zimbabwe;Republic of Zimbabwe|Zimbabwean;Zimbabweans|Harare
    """
}
