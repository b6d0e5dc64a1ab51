/// The function words of eleven languages: a few dozen each tell them apart and measure prose.
enum FunctionWords {
  /// BCP 47, in the order of the bits of `Word.languages`.
  static let languages = ["en", "fr", "de", "es", "ru", "tr", "uk", "hy", "az", "ar", "fa"]

  /// The languages (bits) of which the word with this hash is a function word.
  @inline(__always)
  static func languages(of hash: UInt64) -> UInt16 { table.find(hash) }

  /// Hash to bits, open addressing, at most a quarter full.
  private struct Table: Sendable {
    private var keys = [UInt64](repeating: 0, count: 4096)
    private var bits = [UInt16](repeating: 0, count: 4096)

    init(_ lists: [String]) {
      for (language, list) in lists.enumerated() {
        for word in list.split(separator: " ") { insert(WordHash.of(word), 1 << UInt16(language)) }
      }
    }

    private mutating func insert(_ hash: UInt64, _ bit: UInt16) {
      var slot = Int(truncatingIfNeeded: hash & 4095)
      while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & 4095 }
      keys[slot] = hash
      bits[slot] |= bit
    }

    @inline(__always)
    func find(_ hash: UInt64) -> UInt16 {
      var slot = Int(truncatingIfNeeded: hash & 4095)
      while keys[slot] != 0 {
        if keys[slot] == hash { return bits[slot] }
        slot = (slot + 1) & 4095
      }
      return 0
    }
  }

  private static let table = Table([
    english, french, german, spanish, russian, turkish, ukrainian, armenian, azerbaijani, arabic,
    persian,
  ])

  private static let english = """
    the of and to in a is that for it as was with be by on not he his but at are this have from or \
    had an they which one you were her all she there would their we him been has when who will more \
    if no out so said what up its about into than them can only other new some could time these two \
    may then do first any my now such like our over me even most made after also did many before \
    must through back years where much your way well down should because each just those how too \
    while during against although among between both despite since under until upon whether within \
    without still another being here says that's it's according following amid i
    """
  private static let french = """
    le la les de des du un une et est dans en que qui pour par sur avec au aux ce cette ces il elle \
    ils elles on ne pas plus se son sa ses leur leurs nous vous je mais ou où dont comme été être \
    avoir a ont sont était avait fait entre après avant sous sans contre selon aussi même très tout \
    tous toute si depuis lors alors ainsi deux d l qu n s c
    """
  private static let german = """
    der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an \
    werden aus er hat dass daß sie nach wird bei einer um am sind noch wie einem über einen so zum \
    war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können \
    schon wenn ihre seine unter wir soll ich eines jahr zwei diese dieser wieder keine seit zwischen \
    wurden ihr ihren sowie
    """
  private static let spanish = """
    de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha \
    me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta \
    desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde \
    bien tiempo mismo ese ahora cada e vida otro después te otros aunque esa eso hace otra durante \
    según contra ante
    """
  private static let russian = """
    и в не на что с по как к но из у за от о для это то же его так все бы был а до или мы он они \
    она ее её их при во со после также уже если еще ещё только который которые которая которого \
    году года между когда где чем том тем эта этот этого этой были была было быть может над под \
    против без об сообщил заявил лет более себя ли ни нет
    """
  private static let turkish = """
    ve bir bu da de ile için olarak olan daha çok en gibi kadar sonra ise ya ancak göre her ne o \
    ki değil var yok oldu olduğunu olduğu etti eden dedi diye ama veya hem şu ben sen biz siz onlar \
    onun bunun tarafından arasında üzerine karşı önce yeni iki ilk son yıl içinde ayrıca bütün tüm \
    nasıl neden mi mı mu mü şey hiç bile artık
    """
  private static let ukrainian = """
    і в не на що з до та як це за у від його для але й про є він вони вона було був або також при \
    по із ми які який яка яке якої так же після між під більше ще вже якщо року році щоб коли де \
    тим цього цей ці бути були має їх її над без проти через лише навіть свою своєї заявив \
    повідомив усі всі
    """
  private static let armenian = """
    և ու է են որ մեջ հետ համար մասին այս այդ այն իր նաև ոչ եւ էր էին նա իսկ բայց կամ ինչ որը \
    որոնք թե մի երբ ըստ պետք կա չի չէ հետո մինչև դեպի միայն մենք նրանք նրա իրենց այլ եթե ինչպես \
    կողմից վրա արդեն ավելի բոլոր ամեն առանց դեմ միջև
    """
  private static let azerbaijani = """
    və bir bu da də ilə üçün olan olaraq daha çox ən kimi qədər sonra isə ya lakin görə hər nə o \
    ki deyil var yox oldu edib olub etdi dedi amma həm biz siz onlar onun bunun tərəfindən arasında \
    qarşı əvvəl yeni iki ilk son il ildə bildirib həmin öz bütün necə idi edən artıq belə yalnız \
    haqqında
    """
  private static let arabic = """
    في من على إلى أن عن مع هذا هذه التي الذي الذين كان كانت قد لا ما لم بعد قبل بين كما أو ثم حيث \
    إن هو هي ذلك كل غير أي خلال عند لقد وقد وفي ومن وأن وقال قال منذ حتى أكثر ضد تم عام يوم لكن \
    ولم وهو وهي بعض أيضا أنه
    """
  private static let persian = """
    و در به از که این را با است برای آن یک تا بر هم نیز یا بود شد می شده کرد خود ما هر اما اگر \
    باید دو پس همه شود کرده ها های ای او آنها وی پیش بین چه بی دیگر روز سال گفت همچنین اعلام \
    نمی ایران کند کنند دارد بوده چون
    """
}
