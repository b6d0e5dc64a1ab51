internal import DossierModel

/// An invitation to a newsletter, with its form.
struct SignUpBox: CaptureRule {
  static let id = "sign-up-box"
  static let about = """
    A field (“Your email”) with a button (“Subscribe”) at most two lines from it, and around them at \
    most four lines of at most thirty words that invite (“Get one letter a month”) or promise (“No \
    spam”); and a line of at most 35 words that speaks of “your inbox” or “our newsletter”. Quotations \
    are left alone, and so is a button without a field.
    """

  func apply(to reading: inout CaptureReading) {
    for unit in reading.units.indices where reading.units[unit].tokens <= 35 {
      let slice = reading.slice(unit)
      if reading.isFree(unit), Self.letters.occurs(in: slice), !isQuotation(unit, reading) {
        reading.mark(unit, .chrome, Self.id)
      }
      if slice.count <= 6, Self.fields.isWhole(slice) { readBox(around: unit, &reading) }
    }
  }

  private func readBox(around field: Int, _ reading: inout CaptureReading) {
    let near = max(field - 2, 0)..<min(field + 3, reading.units.count)
    let buttons = near.filter {
      $0 != field && reading.slice($0).count <= 6 && Self.buttons.isWhole(reading.slice($0))
    }
    guard let button = buttons.min(by: { abs($0 - field) < abs($1 - field) }) else { return }
    let first = min(field, button)
    let last = max(field, button)
    guard (first...last).allSatisfy({ !reading.isProse($0) }) else { return }
    for unit in first...last { reading.mark(unit, .chrome, Self.id) }
    for unit in (max(first - 4, 0)..<first).reversed() {
      guard reading.isFree(unit), invites(unit, reading) else { break }
      reading.mark(unit, .chrome, Self.id)
    }
    for unit in last + 1..<max(min(last + 5, reading.units.count), last + 1) {
      guard reading.isFree(unit), reading.units[unit].tokens <= 30,
        Self.promises.occurs(in: reading.slice(unit))
      else { break }
      reading.mark(unit, .chrome, Self.id)
    }
  }

  private func invites(_ unit: Int, _ reading: CaptureReading) -> Bool {
    let slice = reading.slice(unit)
    return reading.units[unit].tokens <= 30 && !isQuotation(unit, reading)
      && (Self.openings.starts(slice) || Self.letters.occurs(in: slice)
        || Self.parts.occurs(in: slice))
  }

  private func isQuotation(_ unit: Int, _ reading: CaptureReading) -> Bool {
    reading.text.bytes[reading.units[unit].start..<reading.units[unit].end].contains(0x22)
      || reading.slice(unit).isEmpty
      || SiteNotice.startsWithQuote(reading.units[unit], reading)
  }

  /// What a line of a form is called.
  private static let fields = PhraseTable(
    """
    email, e mail, your email, your e mail, email address, e mail address, your email address, your e
    mail address, enter your email, enter your email address, enter email, your name and email, ihre e
    mail, e mail adresse, ihre e mail adresse, deine e mail adresse, votre email, votre e mail, votre
    adresse e mail, adresse email, tu correo, tu email, su correo electrónico, correo electrónico, ваш
    email, ваш e mail, электронная почта, ваша почта, ваша пошта, електронна пошта, e posta, e posta
    adresiniz, e posta adresi, e poçt, էլ փոստ, البريد الإلكتروني, ایمیل
    """)

  private static let buttons = PhraseTable(
    """
    subscribe, subscribe now, subscribe for free, sign up, sign up now, sign me up, sign up for free,
    join, join now, join us, join free, submit, send, go, ok, get it, count me in, yes please, yes sign
    me up, register, notify me, keep me posted, abonnieren, jetzt abonnieren, anmelden, jetzt anmelden,
    absenden, s abonner, je m abonne, s inscrire, je m inscris, valider, suscribirse, suscríbete,
    suscribirme, enviar, подписаться, отправить, підписатися, надіслати, abone ol, kaydol, gönder,
    abunə ol, göndər, բաժանորդագրվել, اشترك, عضویت
    """)

  /// How an invitation begins.
  private static let openings = PhraseTable(
    """
    get, join, receive, enjoying, enjoyed, like what, liked, want, don t miss, never miss, stay, keep up,
    be the first, sign up, subscribe, try, start your, bleiben sie, erhalten sie, recevez, restez, ne
    manquez, recibe, no te pierdas, получайте, будьте в курсе, отримуйте, kaçırmayın
    """)

  /// What invitations speak of.
  private static let parts = PhraseTable(
    """
    newsletter, newsletters, inbox, mailing list, by email, sign up, subscribe, rundbrief, infolettre,
    lettre d information, boletín, рассылка, рассылку, розсилку, bülten, bültenimize, bülteni
    """)

  private static let promises = PhraseTable(
    """
    spam, unsubscribe, opt out, privacy, we promise, any time, anytime, cancel, thank you for signing,
    thanks for signing, thank you for subscribing, thanks for subscribing, check your inbox, please
    check, terms, datenschutz, abmelden, désinscrire, désabonner, darse de baja, отписаться, відписатися
    """)

  /// Words that only such a box says to its reader.
  private static let letters = PhraseTable(
    """
    your inbox, your email inbox, your mailbox, thanks for signing up, thank you for signing up,
    thanks for subscribing, thank you for subscribing, our newsletters, our free newsletter, our daily
    newsletter, our weekly newsletter, our monthly newsletter, our email newsletter, our morning
    newsletter, our mailing list, our weekly briefing, our daily briefing, our morning briefing, ihr
    postfach, ihrem postfach, unseren newsletter, unserem newsletter, votre boîte mail, votre boîte
    de réception, notre newsletter, notre lettre d information, tu bandeja de entrada, nuestro boletín,
    nuestra newsletter, нашу рассылку, нашей рассылке, на вашу почту, нашу розсилку, bültenimize, e
    bültenimize
    """)
}
