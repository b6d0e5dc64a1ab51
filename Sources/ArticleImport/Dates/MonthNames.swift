/// Months and weekdays in the eleven languages, by the hash of the word.
enum MonthNames {
  static func month(_ word: Word) -> Int? { months[word.hash] }
  static func isWeekday(_ word: Word) -> Bool { weekdays.contains(word.hash) }

  private static let months: [UInt64: Int] = {
    var table: [UInt64: Int] = [:]
    for list in lists {
      for (index, forms) in list.split(separator: " ").enumerated() {
        for form in forms.split(separator: "/") { table[WordHash.of(form)] = index + 1 }
      }
    }
    return table
  }()

  // One line a language, one column a month, spellings and cases between slashes.
  private static let lists = [
    """
    january/jan february/feb march/mar april/apr may june/jun july/jul august/aug \
    september/sep/sept october/oct november/nov december/dec
    """,
    """
    janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre octobre \
    novembre décembre/déc
    """,
    """
    januar/jänner februar märz/mrz april mai juni juli august september oktober/okt november \
    dezember/dez
    """,
    """
    enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre \
    noviembre diciembre/dic
    """,
    """
    января/январь/янв февраля/февраль/фев марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн \
    июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт \
    ноября/ноябрь/ноя/нояб декабря/декабрь/дек
    """,
    """
    ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki \
    kasım/kas aralık/ara
    """,
    """
    січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень \
    липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень
    """,
    """
    հունվարի/հունվար փետրվարի/փետրվար մարտի/մարտ ապրիլի/ապրիլ մայիսի/մայիս հունիսի/հունիս \
    հուլիսի/հուլիս օգոստոսի/օգոստոս սեպտեմբերի/սեպտեմբեր հոկտեմբերի/հոկտեմբեր \
    նոյեմբերի/նոյեմբեր դեկտեմբերի/դեկտեմբեր
    """,
    "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    """
    يناير/كانون فبراير/شباط مارس/آذار أبريل/إبريل/نيسان مايو/أيار يونيو/حزيران يوليو/تموز \
    أغسطس/آب سبتمبر/أيلول أكتوبر نوفمبر ديسمبر
    """,
    "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه/جولای اوت/آگوست سپتامبر اکتبر نوامبر دسامبر",
  ]

  private static let weekdays = Set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri \
    sat sun lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch \
    donnerstag freitag samstag sonntag lunes martes miércoles jueves viernes sábado domingo \
    понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа \
    четвер п'ятниця субота неділя pazartesi salı çarşamba perşembe cuma cumartesi pazar \
    երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի الاثنين الثلاثاء الأربعاء \
    الخميس الجمعة السبت الأحد شنبه یکشنبه دوشنبه جمعه
    """.split(whereSeparator: { $0 == " " || $0.isNewline }).map { WordHash.of($0) })
}
