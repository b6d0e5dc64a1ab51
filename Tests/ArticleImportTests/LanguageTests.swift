import ArticleImport
import DossierModel
import Testing

@Suite("The language of a capture is told by its function words")
struct LanguageTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let language: String?
    let text: String

    init(_ language: String?, _ text: String) { (self.language, self.text) = (language, text) }

    var testDescription: String { "\(language ?? "none"): \(text.prefix(24))" }
  }

  @Test("a paragraph or two suffice", arguments: samples)
  func language(_ sample: Sample) {
    #expect(read(sample.text).language?.value == sample.language)
  }

  static let samples: [Sample] = [
    Sample(
      "en",
      """
      The ferry company said that its boats would not sail before the ice on the lake had gone, \
      because two of them were damaged when they tried to leave the harbour in March.
      """),
    Sample(
      "en",
      """
      Nobody in the valley remembers a summer without quarrels over water, and this one was no \
      different: farmers on both banks dug new ditches, and each side accused the other.
      """),
    Sample(
      "fr",
      """
      La compagnie a annoncé que ses bateaux ne partiraient pas avant la fin de la semaine, parce \
      que deux d'entre eux ont été endommagés lorsqu'ils quittaient le port.
      """),
    Sample(
      "fr",
      """
      Dans la vallée, personne ne se souvient d'un été sans querelle; les paysans des deux rives \
      creusent des fossés et chacun accuse son voisin de prendre plus que sa part.
      """),
    Sample(
      "de",
      """
      Die Fährgesellschaft teilte mit, dass ihre Schiffe erst wieder ablegen, wenn das Eis auf dem \
      See verschwunden ist; zwei davon waren beim Auslaufen beschädigt worden.
      """),
    Sample(
      "de",
      """
      Im Tal erinnert sich niemand an einen Sommer ohne Streit um Wasser, und auch dieser war nicht \
      anders: Bauern an beiden Ufern gruben neue Gräben, und jeder gab dem anderen die Schuld.
      """),
    Sample(
      "es",
      """
      La compañía anunció que sus barcos no saldrán hasta que desaparezca el hielo del lago, porque \
      dos de ellos sufrieron daños cuando intentaban dejar el puerto.
      """),
    Sample(
      "es",
      """
      En el valle nadie recuerda un verano sin disputas por el agua, y este no fue diferente: los \
      campesinos de las dos orillas cavaron zanjas y cada uno culpó a su vecino.
      """),
    Sample(
      "ru",
      """
      Компания сообщила, что её суда не выйдут из порта, пока на озере не растает лёд, потому что \
      два из них были повреждены, когда пытались покинуть гавань в марте.
      """),
    Sample(
      "ru",
      """
      В долине никто не помнит лета без споров о воде, и это лето не стало исключением: крестьяне \
      на обоих берегах рыли новые канавы, и каждая сторона винила другую.
      """),
    Sample(
      "tr",
      """
      Şirket, göldeki buzlar eriyene kadar gemilerinin sefere çıkmayacağını açıkladı; iki gemi mart \
      ayında limandan ayrılmaya çalışırken hasar görmüş ve bu yüzden onarıma alınmıştı.
      """),
    Sample(
      "tr",
      """
      Vadide kimse su kavgası olmayan bir yaz hatırlamıyor ve bu yaz da farklı değildi: iki kıyıdaki \
      çiftçiler yeni hendekler kazdı, her biri ötekini daha fazla su almakla suçladı.
      """),
    Sample(
      "uk",
      """
      Компанія повідомила, що її судна не вийдуть із порту, доки на озері не розтане крига, бо два \
      з них були пошкоджені, коли намагалися залишити гавань у березні.
      """),
    Sample(
      "uk",
      """
      У долині ніхто не пам'ятає літа без суперечок про воду, і це літо теж не стало винятком: \
      селяни на обох берегах копали нові рови, а кожна сторона звинувачувала іншу.
      """),
    Sample(
      "hy",
      """
      Ընկերությունը հայտնել է, որ իր նավերը չեն մեկնի նավահանգստից, մինչև լճի սառույցը չհալվի, \
      քանի որ դրանցից երկուսը վնասվել էին մարտին։
      """),
    Sample(
      "hy",
      """
      Հովտում ոչ ոք չի հիշում առանց ջրի վեճերի ամառ, և այս մեկն էլ բացառություն չէր. երկու ափերի \
      գյուղացիները նոր առուներ էին փորում։
      """),
    Sample(
      "az",
      """
      Şirkət bildirib ki, göldəki buz əriyənə qədər onun gəmiləri limandan çıxmayacaq, çünki \
      onlardan ikisi mart ayında limanı tərk etməyə çalışarkən zədələnib.
      """),
    Sample(
      "az",
      """
      Vadidə heç kim su davası olmayan bir yay xatırlamır və bu yay da fərqli deyildi: hər iki \
      sahildəki kəndlilər yeni arxlar qazır, hər biri qonşusunu günahlandırırdı.
      """),
    Sample(
      "ar",
      """
      أعلنت الشركة أن سفنها لن تغادر الميناء قبل أن يذوب الجليد عن البحيرة، لأن اثنتين منها تعرضتا \
      لأضرار عندما حاولتا الخروج من المرفأ في شهر مارس.
      """),
    Sample(
      "ar",
      """
      لا أحد في الوادي يتذكر صيفا بلا خلاف على الماء، ولم يكن هذا الصيف مختلفا: حفر الفلاحون على \
      الضفتين قنوات جديدة، وكل طرف يتهم الآخر بأنه يأخذ أكثر من حصته.
      """),
    Sample(
      "fa",
      """
      شرکت اعلام کرد که کشتی‌های آن تا آب شدن یخ دریاچه از بندر حرکت نخواهند کرد، زیرا دو فروند از \
      آنها هنگام خروج از بندر در ماه مارس آسیب دیده بودند.
      """),
    Sample(
      "fa",
      """
      در این دره هیچ کس تابستانی را بدون دعوا بر سر آب به یاد ندارد و این تابستان هم فرقی نداشت: \
      کشاورزان هر دو ساحل جوی‌های تازه می‌کندند و هر یک دیگری را مقصر می‌دانست.
      """),
    // A language that nobody taught it, and too little of one it knows.
    Sample(
      nil,
      """
      Spoločnosť oznámila, že jej lode nevyplávajú, kým sa z jazera nestratí ľad, pretože dve z \
      nich boli poškodené pri odchode z prístavu počas silného vetra.
      """),
    Sample(nil, "Lodi jsou v přístavu."),
  ]
}
