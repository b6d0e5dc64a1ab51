/// Frequent finite verbs of the eleven languages, by which a sentence is told from a caption. The list
/// is short: it only has to catch the verbs of headlines and of plain statements.
enum FiniteVerbs {
  static func contains(_ word: Word) -> Bool { table.contains(word.hash) }

  static func occur(in words: ArraySlice<Word>) -> Bool { words.contains { contains($0) } }

  private static let table = Set(
    """
    is are was were be been has have had will would can could may might must shall should do does did \
    says said say told tells asks asked calls called wants warns warned urges urged claims claimed \
    accuses accused rejects rejected denies denied vows vowed seeks sought makes made takes took gives \
    gave gets got goes went comes came shows showed finds found keeps kept becomes became remains \
    remained begins began starts started ends ended announces announced agrees agreed meets met signs \
    signed supports supported backs backed demands demanded needs needed hopes hoped plans planned \
    declares declared faces faced sends sent leads led holds held looks looked \
    ist sind war waren wird werden hat haben hatte kann können muss soll sagt sagte fordert warnt \
    est sont était étaient a ont avait sera peut doit dit affirme demande \
    es son era eran fue fueron ha han había será puede debe dice dijo pide advierte \
    был была было были есть будет будут может заявил заявила сообщил сообщила сказал призвал \
    був була було були є буде будуть може заявив повідомив сказав \
    oldu olacak etti edecek dedi diyor var yok açıkladı söyledi istedi \
    է են էր էին կլինի ասել հայտարարել \
    oldu olub edib etdi deyib bildirib olacaq var yox \
    كان كانت قال قالت يكون \
    است بود شد می‌شود گفت دارد
    """.split(whereSeparator: { $0 == " " || $0.isNewline }).map { WordHash.of($0) })
}
