/// The function words of eleven languages: one to two hundred each tell them apart
/// and measure prose.
enum FunctionWords {
  /// BCP 47, in the order of the bits of `Word.languages`.
  static let languages = ["en", "fr", "de", "es", "ru", "tr", "uk", "hy", "az", "ar", "fa"]

  /// The languages (bits) of which the word with this hash is a function word.
  @inline(__always)
  static func languages(of hash: UInt64) -> UInt16 { table.find(hash) }

  /// Hash to bits, open addressing, at most a quarter full.
  private struct Table: Sendable {
    private var keys = [UInt64](repeating: 0, count: 8192)
    private var bits = [UInt16](repeating: 0, count: 8192)

    init(_ lists: [String]) {
      for (language, list) in lists.enumerated() {
        for word in list.split(separator: " ") { insert(WordHash.of(word), 1 << UInt16(language)) }
      }
    }

    private mutating func insert(_ hash: UInt64, _ bit: UInt16) {
      var slot = Int(truncatingIfNeeded: hash & 8191)
      while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & 8191 }
      keys[slot] = hash
      bits[slot] |= bit
    }

    @inline(__always)
    func find(_ hash: UInt64) -> UInt16 {
      var slot = Int(truncatingIfNeeded: hash & 8191)
      while keys[slot] != 0 {
        if keys[slot] == hash { return bits[slot] }
        slot = (slot + 1) & 8191
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
    le la les de des du un une et est dans en que qui pour par sur avec au aux ce cette ces il \
    elle ils elles on ne pas plus se son sa ses leur leurs nous vous je mais ou où dont comme été \
    être avoir a ont sont était avait fait entre après avant sous sans contre selon aussi même \
    très tout tous toute si depuis lors alors ainsi deux d l qu n s c cela ceux celle celles cet \
    lui y ni quand parce car donc puis chez vers pendant près peu trop encore déjà jamais \
    toujours rien quelque quelques plusieurs chaque autre autres fut furent seront sera serait \
    peut peuvent doit doivent ayant quel quelle afin malgré notamment environ ceci eux m t j
    """
  private static let german = """
    der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an \
    werden aus er hat dass daß sie nach wird bei einer um am sind noch wie einem über einen so \
    zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom \
    können schon wenn ihre seine unter wir soll ich eines jahr zwei diese dieser wieder keine \
    seit zwischen wurden ihr ihren sowie damit denn doch dort jedoch etwa jetzt immer alle alles \
    allem ganz sehr ohne weil worden würde würden hätte hätten habe habt sollen sollte müssen \
    musste muss will wollen könnte konnte konnten dieses diesen diesem jede jeder jedes welche \
    welcher beim ins ans ob da dann deren dessen denen ihm ihn ihnen uns euch mein dein euer gibt \
    gab teilte laut rund bereits außerdem zudem
    """
  private static let spanish = """
    de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le \
    ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años \
    hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno \
    donde bien tiempo mismo ese ahora cada e vida otro después te otros aunque esa eso hace otra \
    durante según contra ante cual cuales quien quienes cuyo cuya mientras sino pues entonces \
    además tras bajo hacia mediante algunos algunas ninguno nada algo menos casi tan tanto mucha \
    muchos muchas poco pocos nuestro ellos ellas usted ustedes nosotros fueron sido sea sean \
    están estaba estaban hemos tenía tienen hizo dijo dice
    """
  private static let russian = """
    и в не на что с по как к но из у за от о для это то же его так все бы был а до или мы он они \
    она ее её их при во со после также уже если еще ещё только который которые которая которого \
    году года между когда где чем том тем эта этот этого этой были была было быть может над под \
    против без об сообщил заявил лет более себя ли ни нет тоже лишь даже пока потому поэтому \
    чтобы хотя однако ведь вот вы нас нам вас вам них ним ими него неё нему мне меня себе собой \
    свой своей своих своего свою моя мой наш наша весь вся всё всех всем сам сама сами самый \
    некоторые другой другие других много мало менее очень можно нужно надо нельзя стал стала \
    стали является являются будет будут кто кого кому чего чему какой какая какие такой такая \
    такие здесь там тут тогда теперь сейчас потом затем снова почти около среди через перед
    """
  private static let turkish = """
    ve bir bu da de ile için olarak olan daha çok en gibi kadar sonra ise ya ancak göre her ne o \
    ki değil var yok oldu olduğunu olduğu etti eden dedi diye ama veya hem şu ben sen biz siz \
    onlar onun bunun tarafından arasında üzerine karşı önce yeni iki ilk son yıl içinde ayrıca \
    bütün tüm nasıl neden mi mı mu mü şey hiç bile artık olması olmayan olacak olmak olur olsa \
    olup edilen edildi edecek ediyor edilmesi etmek etmesi ettiği ettiğini ettiler eder ederek \
    edip yapılan yaptığı yapan yapıyor yapacak dedik diyen diyor söyledi söyleyen belirten \
    belirtti açıkladı açıklayan ifade hakkında üzerinde üzerinden içinden içindeki arasındaki \
    altında üstünde yanında önünde karşısında sırasında sonrası sonrasında öncesinde birlikte \
    beri doğru rağmen dolayı göreyse yüzünden nedeniyle itibaren itibarıyla dahil hariç başka \
    diğer bazı birçok hangi kim kimse kendi kendisi onu ona onlara onları bunu buna bunlar \
    bunları bunların şunu şöyle böyle öyle işte hemen henüz hâlâ hala bugün dün yarın şimdi zaman \
    zaten sadece yalnızca yine tekrar üç dört beş biri birinin hepsi ister çünkü eğer fakat lakin \
    oysa üzere sanki belki elbette tabii vardı yoktu değildi idi imiş olmuş olmuştur eriyene \
    ayında ayından yılında yılından günü gün saat geçen gelen giden kalan
    """
  private static let ukrainian = """
    і в не на що з до та як це за у від його для але й про є він вони вона було був або також при \
    по із ми які який яка яке якої так же після між під більше ще вже якщо року році щоб коли де \
    тим цього цей ці бути були має їх її над без проти через лише навіть свою своєї заявив \
    повідомив усі всі поки тому хоча однак адже ось ви нас нам вас вам них ним ними нього неї \
    йому мені мене себе собою свій своїх свого моя мій наш наша весь вся все всіх всім сам сама \
    самі інший інші інших багато мало більш менш дуже можна треба потрібно став стала стали хто \
    кого кому чого чому така такі такий тут там тоді тепер зараз потім знову майже близько серед \
    перед ніхто ніщо кожна кожен теж доки бо аби чи
    """
  private static let armenian = """
    և ու է են որ մեջ հետ համար մասին այս այդ այն իր նաև ոչ եւ էր էին նա իսկ բայց կամ ինչ որը \
    որոնք թե մի երբ ըստ պետք կա չի չէ հետո մինչև դեպի միայն մենք նրանք նրա իրենց այլ եթե ինչպես \
    կողմից վրա արդեն ավելի բոլոր ամեն առանց դեմ միջև դուք նրան նրանց նրանից մեր ձեր իմ քո ինքը \
    իրեն իրենից սա դա նույն այսպես այդպես այնպես այստեղ այնտեղ հիմա այսօր երեկ վաղը հետևաբար քանի \
    որովհետև որպես որպեսզի միևնույն մեկ երկու երեք շատ քիչ ոմանք յուրաքանչյուր ունի ունեն ունեցել \
    եղել լինել լինի կլինի կարող կարելի ընթացքում մոտ նկատմամբ շուրջ տակ վերաբերյալ միջոցով \
    փոխարեն պատճառով չեն չեմ չենք էլ այդպիսի մյուս
    """
  private static let azerbaijani = """
    və bir bu da də ilə üçün olan olaraq daha çox ən kimi qədər sonra isə ya lakin görə hər nə o \
    ki deyil var yox oldu edib olub etdi dedi amma həm biz siz onlar onun bunun tərəfindən \
    arasında qarşı əvvəl yeni iki ilk son il ildə bildirib həmin öz bütün necə idi edən artıq \
    belə yalnız haqqında olması olduğu olmayan olacaq olmaq olur olsa olaraqdan edilən edildi \
    edildiyi edəcək edir edilməsi etmək etməsi etdiyi etdiyini etdilər edərək edilib bildirdi \
    bildirmişdir söyləyib deyən deyir qeyd üzərində üzərindən içində içindən arasındakı altında \
    üstündə yanında qarşısında zamanı sonrası birlikdə bəri doğru baxmayaraq ötrü dolayı başqa \
    digər bəzi neçə hansı kim heç kimsə özü özünü onu ona onlara onları onlardan bunu buna bunlar \
    bunları bunların elə indi hələ dünən bugün sabah yenə yenidən üç dörd beş biri hamısı çünki \
    əgər ancaq yoxsa üzrə sanki bəlkə əlbəttə vardı yoxdu deyildi imiş olmuşdur ayında ayından \
    tarixdə tarixində ilin ilində günü gün saat keçən gələn qalan mən sən mənim sənin bizim sizin \
    əvvəlcə sonradan lazım mümkün kifayət tərəf yerə
    """
  private static let arabic = """
    في من على إلى أن عن مع هذا هذه التي الذي الذين كان كانت قد لا ما لم بعد قبل بين كما أو ثم حيث \
    إن هو هي ذلك كل غير أي خلال عند لقد وقد وفي ومن وأن وقال قال منذ حتى أكثر ضد تم عام يوم لكن \
    ولم وهو وهي بعض أيضا أنه إنه إنها أنها كانوا يكون تكون ليس ليست لدى لدي لها له لهم عليه عليها \
    عليهم فيه فيها منه منها إليه إليها به بها بهم نحو حول دون سوى مثل أثناء بسبب رغم حين عندما \
    بينما إذا لو لكنه لأن كي سوف أمام خلف فوق تحت داخل خارج نفس نفسه أحد إحدى كلا بلا أما إما \
    هناك هنا الآن ثلاثة اثنين واحد أول آخر تلك هؤلاء اللذين اللتين عبر وكان وكانت وكل فإن فقد وإن \
    وهذا وهذه
    """
  private static let persian = """
    و در به از که این را با است برای آن یک تا بر هم نیز یا بود شد می شده کرد خود ما هر اما اگر \
    باید دو پس همه شود کرده ها های ای او آنها وی پیش بین چه بی دیگر روز سال گفت همچنین اعلام نمی \
    کند کنند دارد بوده چون من تو شما ایشان آنان اینها همین همان چنین چنان هیچ هرگز همواره هنوز \
    اکنون سپس بعد قبل زیرا بنابراین بلکه ولی لیکن گرچه هرچند تنها فقط حتی بسیار بیش کم کمتر بیشتر \
    چند چندین یکی دیگری برخی بعضی تمام کل داد داده دهد دهند شدن شدند شوند \
    نیست نبود بودند باشد باشند داشت داشته دارند خواهد خواهند نخواهند کردند درباره میان \
    مورد طی سوی بدون علیه نزد توسط مانند هنگام
    """
}
