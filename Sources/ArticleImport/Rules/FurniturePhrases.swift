/// The closed lists that furniture rules compare lines with: words of page tools, not of articles.
enum FurniturePhrases {
  /// A line made of these alone is a bar of buttons.
  static let buttons = PhraseTable(
    """
    facebook, twitter, x, whatsapp, whats app, linkedin, linked in, telegram, pinterest, reddit,
    instagram, youtube, tumblr, flipboard, messenger, viber, vk, vkontakte, ok, odnoklassniki, rss,
    share, shares, share this, share this article, share on, share via, share with, tweet, pin, pin
    it, print, email, e mail, mail, email me, copy link, copy, link, copied, like, likes, save,
    comment, comments, bookmark, follow, follow us, follow us on, more, via, and, on, send, sms,
    google, plus, google plus, paylaş, yazdır, teilen, drucken, merken, partager, imprimer,
    compartir, imprimir, поделиться, печать, поширити, друк, տպել, կիսվել, شارك, طباعة,
    اشتراک گذاری, font size, a a, small, medium, large, listen, gift, reprints, embed, stumbleupon,
    digg, line, weibo, wechat, xing, pocket, snapchat, tiktok, feedback, this, article, page
    """)

  /// A short line that is exactly this is a tool or a label of the page.
  static let tools = PhraseTable(
    """
    email this article, email this page, printer friendly page, printer friendly, print this page,
    print this article, print article, print version, top of page, back to top, to the top, top,
    skip to content, skip to main content, skip to navigation, search, menu, close, home, login,
    log in, sign in, sign up, sign out, register, subscribe, subscribe now, subscribe today,
    newsletter, newsletters, advertisement, advertising, advertise, ad, ads, sponsored,
    sponsored content, advertisement continue reading the main story, continue reading,
    continue reading the main story, continue reading below, story continues below,
    story continues below advertisement, article continues below, read more, read full story,
    show more, load more, view more, learn more, see more, more, next, previous, prev, next article,
    previous article, next post, previous post, next story, previous story, contact us, about us,
    contact, about, privacy, terms, cookies, careers, help, faq, sitemap, site map, imprint,
    impressum, datenschutz, mentions légales, jump to comments, view comments, show comments,
    hide comments, post a comment, add a comment, add comment, write a comment, no comments,
    no comments yet, reply, report, edit, image, photo, photos, video, videos, gallery, audio, play,
    pause, loading, loading comments, please wait, expand, collapse, toggle navigation, navigation,
    all rights reserved, cookie settings, cookie policy, privacy policy, terms of use,
    terms of service, terms and conditions, accept, accept all, reject, got it, dismiss, notify me,
    zurück zur übersicht, anzeige, werbung, anmelden, abonnieren, mehr, weiterlesen, publicité,
    lire la suite, s abonner, se connecter, retour en haut, publicidad, leer más, suscríbete,
    iniciar sesión, volver arriba, реклама, читать далее, подписаться, войти, наверх, поиск,
    главная, читати далі, підписатися, увійти, вгору, пошук, реклама, reklam, giriş yap, abone ol,
    ara, ana sayfa, sayfa başı, axtar, ana səhifə, որոնել, գլխավոր, بحث, الرئيسية, اشترك, جستجو, خانه,
    font resize, text size, a, photo credit, listen to article, listen to this article, was this
    article helpful, report a typo, report an error, correct this article, give feedback, our picks
    """)

  /// A line of at most thirty words that starts so talks about the site, not about the world.
  static let noticeStarts = PhraseTable(
    """
    sign up for, sign up to, sign up here, subscribe to, subscribe for, follow us, like us on, join
    us on, join our, download our, download the, get our, get the latest, get breaking, click here,
    tap here, please let us know if, please enable, please log in, please sign in, please subscribe,
    please share, please support, please consider, support our, support independent, support us,
    donate to, donate now, become a member, already a subscriber, already have an account,
    don t have an account, forgot your password, you must be logged in, you need to be logged in,
    log in to, login to, sign in to, register to, this site uses, this website uses, we use cookies,
    our website uses, by using this, by continuing to, by clicking, by subscribing, by signing up,
    your email address will not, your email address, enter your email, required fields, save my name,
    this article was originally published, this article originally appeared, originally published,
    first published on, share your thoughts, tell us what you think, let us know what you think,
    have your say, got a tip, send us, contact the author, contact us at, contact the editor,
    write to us, want more, want to read, if you enjoyed, if you liked, if you have any questions,
    to comment, comments are closed, comments are moderated, comments on this article, be the first
    to comment, there are no comments, view all, view the discussion, browser does not support, your
    browser, javascript is, javascript must, opens in a new, follow this author, follow the author,
    copyright, all rights reserved, the views expressed, the opinions expressed, views expressed in
    this, opinions expressed in this, disclaimer, affiliate disclosure, when you purchase through,
    we may earn, powered by, proudly powered by, website by, designed by, theme by, filed under,
    posted in, tagged with, tagged, tags, topics, labels, categories, keywords, schlagwörter,
    schlagworte, themen, mots clés, etiquetas, метки, теги, etiketler, подписывайтесь на, abonnieren
    sie, abonnez vous, suscríbete a, síguenos, suivez nous, folgen sie uns, bizi takip edin,
    підписуйтесь на, հետևեք մեզ, تابعونا, share this, tweet this, email this, print this, mail this, click to, submit to,
    share on, share to, tweet on, send to, post to
    """)

  /// A line of at most sixty words that holds one of these is a notice.
  static let noticeParts = PhraseTable(
    """
    all rights reserved, alle rechte vorbehalten, tous droits réservés, todos los derechos reservados,
    все права защищены, всі права захищені, tüm hakları saklıdır, bütün hüquqlar qorunur, privacy
    policy, cookie policy, terms of service, terms of use, unsubscribe at any time, unsubscribe, issues
    with commenting, having trouble commenting, powered by disqus, enable javascript, sign up for our,
    subscribe to our, our newsletter, this material may not be published, affiliate commission, accept
    cookies, may not be reproduced, use of cookies, opens in new window,
    opens in a new window, nutzung von cookies, using cookies, must be logged in
    """)

  /// Labels of lines that point to another article.
  static let crossLinks = PhraseTable(
    """
    read, read more, read also, also read, read next, read this, must read, further reading, more,
    see also, see more, watch, watch also, listen, related, related story, related article,
    related articles, related stories, related news, related coverage, opinion, analysis, explainer,
    interview, video, in pictures, in photos, podcast, you may also like, recommended, don t miss,
    more on this, more on this story, more from, lire aussi, à lire aussi, à lire, voir aussi, lesen
    sie auch, mehr zum thema, lee también, lea también, ver también, читайте также, читать также,
    смотрите также, по теме, читайте також, дивіться також, ayrıca oku, ayrıca bkz, ilgili haber,
    oxuyun, həmçinin oxu, կարդացեք նաև, اقرأ أيضا, بیشتر بخوانید
    """)

  /// A short line that opens lists of other articles: what follows is no longer the article.
  static let listsOfOthers = PhraseTable(
    """
    latest headlines, latest news, latest stories, latest articles, latest posts, latest, recent news,
    recent posts, recent articles, recent stories, related articles, related stories, related posts,
    related news, related content, related topics, related links, related, more stories, more news,
    more articles, more from, more in, more on, most read, most popular, most viewed, most shared, most
    commented, you may also like, you might also like, you may like, you might like, you may also be
    interested in, recommended, recommended for you, recommended stories, recommended reading,
    recommended articles, read next, up next, what to read next, trending, trending now, popular,
    popular posts, popular stories, popular news, top stories, top news, editor s picks, editors picks,
    editor s choice, also on, from the web, around the web, promoted stories, sponsored stories, other
    news, other stories, other articles, see also, don t miss, suggested articles, similar articles,
    similar posts, further reading, keep reading, in this section, next in, weitere artikel, weitere
    beiträge, mehr zum thema, das könnte sie auch interessieren, auch interessant, meistgelesen, ähnliche
    artikel, à lire aussi, sur le même sujet, les plus lus, articles liés, articles similaires, voir
    aussi, articles récents, artículos relacionados, noticias relacionadas, te puede interesar, lo más
    leído, últimas noticias, más noticias, читайте также, по теме, похожие материалы, последние новости,
    главные новости, популярное, самое читаемое, новости по теме, другие новости, рекомендуем, читайте
    також, останні новини, популярні новини, за темою, інші новини, ilgili haberler, son haberler, en çok
    okunanlar, benzer haberler, diğer haberler, son xəbərlər, digər xəbərlər, oxşar xəbərlər, վերջին
    լուրեր, նմանատիպ նյութեր, այլ նորություններ, أخبار ذات صلة, اقرأ أيضا, الأكثر قراءة, آخر الأخبار,
    اخبار مرتبط, آخرین اخبار
    """)

  /// A short line that opens the readers' comments or an author's portrait.
  static let afterArticle = PhraseTable(
    """
    comments, leave a reply, leave a comment, post a comment, add a comment, join the conversation, join
    the discussion, reader comments, readers comments, discussion, responses, your comment, about the
    author, about the authors, about author, kommentare, kommentar schreiben, kommentare zu, schreibe
    einen kommentar, commentaires, laisser un commentaire, comentarios, deja un comentario, deja una
    respuesta, комментарии, оставить комментарий, коментарі, залишити коментар, yorumlar, yorum yap, bir
    yorum yazın, şərhlər, մեկնաբանություններ, التعليقات, نظرات
    """)

  /// Headings of a list of numbered notes.
  static let notesHeadings = PhraseTable(
    """
    notes, footnotes, endnotes, references, sources and notes, notes and references, anmerkungen,
    fußnoten, notes de bas de page, notas, примечания, сноски, примітки, notlar, dipnotlar, kaynakça,
    qeydlər, ծանոթագրություններ, هوامش, پانوشت
    """)

  /// Words of a stamp that carry no date.
  static let stampWords = PhraseTable(
    """
    published, updated, last updated, last modified, modified, posted, posted on, created, issued,
    first published, date, on, at, in, the, of, last, update, min, mins, minute, minutes, m, read,
    reading, reading time, read time, time, am, pm, a, p, gmt, utc, est, edt, pst, pdt, cst, cdt, cet,
    cest, msk, bst, et, ist, eet, eest, h, hr, hrs, hour, hours, ago, day, days, week, weeks, month,
    months, s, sec, t, z, th, st, nd, rd, comments, comment, views, view, shares, uhr, um, am, den, vom,
    stand, veröffentlicht, publiziert, erschienen, aktualisiert, zuletzt, lesezeit, publié, le, à, mis,
    mise, jour, modifié, lecture, temps, de, publicado, el, actualizado, a, las, la, hora, horas,
    опубликовано, обновлено, дата, в, г, года, время, мин, чтения, мск, опубліковано, оновлено, о,
    р, року, yayınlanma, yayın, tarihi, güncelleme, güncellenme, son, saat, eklenme, giriş, haber, tarih, dərc,
    olunub, թ, ժ, نشر, في, تاریخ, انتشار, ساعت, today, yesterday, new, edition, vor, stunden,
    minuten, tagen, il, y, heures, hace, назад, часов, önce, dakika
    """)

  static let publishedLabels = PhraseTable(
    """
    published, posted, posted on, first published, date published, publication date, issued, created,
    veröffentlicht, publiziert, erschienen, publié, publicado, опубликовано, дата публикации,
    опубліковано, yayınlanma, yayın tarihi, eklenme, giriş, haber giriş, giriş tarihi, dərc olunub, نشر,
    تاریخ انتشار
    """)

  static let updatedLabels = PhraseTable(
    """
    updated, last updated, update, last update, modified, last modified, aktualisiert, zuletzt
    aktualisiert, mis à jour, mise à jour, modifié, actualizado, обновлено, оновлено, güncelleme,
    güncellenme, son güncelleme, yenilənib
    """)
}
