"""Short letters in Arabic, Chinese, Georgian and Armenian, with what such letters mix in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.letter import (
    Block,
    Emphasis,
    Heading,
    Letter,
    Link,
    Note,
    NoteCall,
    NoteReference,
    PageLines,
    Span,
    Strong,
    Table,
    Text,
)
from generator.render import pdf_file
from generator.render.base import Rendered
from tests.render.sample_letters import group, items, letter, lines, note, paragraph, text
from tests.render.support import Templates

CODE = "CCPR/C/KAZ/CO/3"
RESOLUTION = "2022/2505(RSP)"
REFERENCE = "BRU-2026-01"
DAY = "2025-12-17"
ADDRESS = "https://example.org/digest/2025-12-17/torture/"
MAIL = "jane.doe@example.org"
PHONE = "+32 2 123 45 67"
OFFICE = Link("mailto:office@example.org", (Text("office@example.org"),))
RUSSIAN = "Положение с правами человека"
KAZAKH = "Қасым-Жомарт Тоқаев"


@dataclass(frozen=True)
class Words:
    """The sentences of one letter, in one language."""

    sender: str
    reference: str
    date: str
    addressee: tuple[str, ...]
    subject: str
    salutation: str
    opening: tuple[str, str, str]
    strong: str
    emphasis: str
    asks: tuple[str, str, str]
    theme: str
    reason: tuple[str, str, str]
    table: tuple[str, str, str]
    closing: str
    contact: str
    source: str
    see: str
    page_number: str
    running_title: str
    notice: str
    notes: str


ARABIC = Words(
    sender="الشراكة الدولية من أجل حقوق الإنسان",
    reference="رقمنا المرجعي: ",
    date="بروكسل، 19 حزيران/يونيو 2026",
    addressee=("معالي السيد أنطونيو كوستا", "رئيس المجلس الأوروبي", "بروكسل، بلجيكا"),
    subject="الموضوع: حقوق الإنسان في كازاخستان وزيارة يومي 22–23 حزيران/يونيو 2026",
    salutation="السيد الرئيس كوستا المحترم،",
    opening=(
        "يزور الرئيس ",
        (
            " بروكسل في الأيام المقبلة. ونرجو منكم أن تتحدثوا في هذا اللقاء عن الذين لا يستطيعون "
            "حضوره، وعمّا تعهّد به الاتحاد الأوروبي وكازاخستان "
        ),
        " في اتفاق الشراكة والتعاون المعزَّزين.",
    ),
    strong="نطلب منكم ما يلي",
    emphasis="معًا",
    asks=(
        (
            "أن تثيروا، علنًا وفي الاجتماعات المغلقة، قضايا المسجونين بسبب آرائهم "
            "(Marat Zhylanbayev وغيره)، وأن تطلبوا الإفراج عنهم؛"
        ),
        f"أن تذكّروا بالملاحظات الختامية {CODE}، الفقرة 12(3)، وبالقرار {RESOLUTION}؛",
        "أن تطلبوا موعدًا يبدأ فيه جهاز مستقل التحقيق في شكاوى التعذيب.",
    ),
    theme="التعذيب وسوء المعاملة",
    reason=(
        f"أعلن المكتب في {DAY} أن 68 شخصًا على الأقل توفوا في الحجز خلال عام 2025",
        "، وقالت السلطات إن 51 منهم توفوا بسبب المرض (75%)؛ انظر أيضًا الحاشية ",
        ".",
    ),
    table=("السنة", "الوفيات في الحجز", "المصدر"),
    closing="وتفضلوا بقبول فائق الاحترام،",
    contact=f"للرد، هاتف {PHONE}، البريد الإلكتروني: ",
    source="المكتب الدولي لحقوق الإنسان، نشرة كانون الأول/ديسمبر 2025، ",
    see="لجنة مناهضة التعذيب، ",
    page_number="صفحة {page} من {pages}",
    running_title="حقوق الإنسان في كازاخستان",
    notice="أُعدَّت هذه الرسالة من مصادر علنية لإظهار عمل برنامج، ولم تصدر عن المنظمات المذكورة فيها.",
    notes="الحواشي",
)

CHINESE = Words(
    sender="国际人权伙伴组织",
    reference="我方编号：",
    date="布鲁塞尔，2026年6月19日",
    addressee=("安东尼奥·科斯塔阁下", "欧洲理事会主席", "比利时布鲁塞尔"),
    subject="事由：哈萨克斯坦的人权状况与2026年6月22日至23日的访问",
    salutation="尊敬的科斯塔主席：",
    opening=(
        "总统",
        (
            "即将访问布鲁塞尔。我们请您在会晤中谈及那些无法到场的人，并谈及欧洲联盟与哈萨克斯坦在《强化伙伴"
            "关系与合作协定》中"
        ),
        "作出的承诺。该协定把“尊重民主原则和人权”列为合作的基本要素，双方都应当说明自己做了什么。",
    ),
    strong="我们请您",
    emphasis="共同",
    asks=(
        "公开地并在闭门会谈中提出因言论入狱者（Marat Zhylanbayev 等）的案件，并要求释放他们；",
        f"提及结论性意见 {CODE} 第12段和第 {RESOLUTION} 号决议；",
        "要求明确由独立机构调查酷刑申诉的开始日期。",
    ),
    theme="酷刑和虐待",
    reason=(
        f"该局于 {DAY} 公布，2025年至少有68人在羁押中死亡",
        "；当局称其中51人因病死亡（75%），另见注",
        "。",
    ),
    table=("年份", "羁押中死亡人数", "来源"),
    closing="此致敬礼！",
    contact=f"回复请联系，电话 {PHONE}，电子邮件：",
    source="国际人权局，《2025年12月简报》，",
    see="禁止酷刑委员会，",
    page_number="第{page}页，共{pages}页",
    running_title="哈萨克斯坦的人权状况",
    notice="本函根据公开资料重构，用以展示一个程序的运作；文中提到的组织并未发出此函。",
    notes="注释",
)

GEORGIAN = Words(
    sender="საერთაშორისო პარტნიორობა ადამიანის უფლებებისთვის",
    reference="ჩვენი ნომერი: ",
    date="ბრიუსელი, 2026 წლის 19 ივნისი",
    addressee=("ბატონ ანტონიუ კოშტას", "ევროპული საბჭოს თავმჯდომარეს", "ბრიუსელი, ბელგია"),
    subject="ადამიანის უფლებები ყაზახეთში და 22–23 ივნისის ვიზიტი",
    salutation="ბატონო თავმჯდომარე,",
    opening=(
        "პრეზიდენტი ",
        (
            " მალე ბრიუსელს ეწვევა. გთხოვთ, შეხვედრაზე ისაუბროთ მათზე, ვინც იქ ვერ იქნება, და "
            "იმაზე, რაც ევროკავშირმა და ყაზახეთმა "
        ),
        " იკისრეს პარტნიორობის შეთანხმებით.",
    ),
    strong="გთხოვთ",
    emphasis="ერთად",
    asks=(
        (
            "საჯაროდ და დახურულ შეხვედრებზე დააყენოთ გამოთქმული აზრის გამო დაპატიმრებულთა "
            "(Marat Zhylanbayev და სხვები) საკითხი;"
        ),
        f"გაიხსენოთ დასკვნითი შენიშვნები {CODE} და რეზოლუცია {RESOLUTION};",
        "მოითხოვოთ წამების საჩივრების დამოუკიდებელი გამოძიების დაწყების თარიღი.",
    ),
    theme="წამება და არასათანადო მოპყრობა",
    reason=(
        f"ბიურომ {DAY}-ს განაცხადა, რომ 2025 წელს პატიმრობაში სულ ცოტა 68 ადამიანი გარდაიცვალა",
        "; ხელისუფლების თქმით, 51 მათგანი ავადმყოფობით (75%), იხილეთ შენიშვნა ",
        ".",
    ),
    table=("წელი", "გარდაცვლილნი პატიმრობაში", "წყარო"),
    closing="პატივისცემით,",
    contact=f"პასუხისთვის: ტელ. {PHONE}, ელფოსტა: ",
    source="ადამიანის უფლებათა საერთაშორისო ბიურო, 2025 წლის დეკემბერი, ",
    see="წამების წინააღმდეგ კომიტეტი, ",
    page_number="გვერდი {page} / {pages}",
    running_title="ადამიანის უფლებები ყაზახეთში",
    notice="წერილი შედგენილია ღია წყაროებით პროგრამის მუშაობის საჩვენებლად.",
    notes="შენიშვნები",
)

ARMENIAN = Words(
    sender="Միջազգային գործընկերություն հանուն մարդու իրավունքների",
    reference="Մեր համարը՝ ",
    date="Բրյուսել, 2026 թ. հունիսի 19",
    addressee=("Պարոն Անտոնիու Կոշտային", "Եվրոպական խորհրդի նախագահին", "Բրյուսել, Բելգիա"),
    subject="Մարդու իրավունքները Ղազախստանում և հունիսի 22–23-ի այցը",
    salutation="Հարգելի՛ պարոն նախագահ,",
    opening=(
        "Նախագահ ",
        (
            " շուտով կայցելի Բրյուսել։ Խնդրում ենք հանդիպմանը խոսել նրանց մասին, ովքեր չեն կարող "
            "ներկա լինել, և այն մասին, ինչ Եվրոպական միությունն ու Ղազախստանը "
        ),
        " ստանձնել են գործընկերության համաձայնագրով։",
    ),
    strong="Խնդրում ենք Ձեզ",
    emphasis="միասին",
    asks=(
        (
            "հրապարակավ և փակ հանդիպումներում բարձրացնել իրենց խոսքի համար ազատազրկվածների "
            "(Marat Zhylanbayev և ուրիշներ) հարցը."
        ),
        f"հիշեցնել եզրափակիչ դիտարկումները՝ {CODE}, և {RESOLUTION} բանաձևը.",
        "պահանջել ամսաթիվ, երբ անկախ մարմինը կսկսի քննել խոշտանգումների բողոքները։",
    ),
    theme="Խոշտանգումներ և վատ վերաբերմունք",
    reason=(
        f"Գրասենյակը {DAY}-ին հայտնեց, որ 2025 թվականին կալանքի տակ մահացել է առնվազն 68 մարդ",
        ". իշխանությունների խոսքով՝ նրանցից 51-ը հիվանդությունից (75%), տե՛ս ծանոթագրություն ",
        "։",
    ),
    table=("Տարի", "Մահեր կալանքի տակ", "Աղբյուր"),
    closing="Հարգանքով՝",
    contact=f"Պատասխանի համար՝ հեռ. {PHONE}, էլ. փոստ՝ ",
    source="Մարդու իրավունքների միջազգային գրասենյակ, 2025 թ. դեկտեմբեր, ",
    see="Խոշտանգումների դեմ կոմիտե, ",
    page_number="Էջ {page} / {pages}",
    running_title="Մարդու իրավունքները Ղազախստանում",
    notice="Նամակը կազմվել է հրապարակային աղբյուրներից՝ ծրագրի աշխատանքը ցույց տալու համար։",
    notes="Ծանոթագրություններ",
)


def written(words: Words, locale: str, script: str) -> Letter:
    """Return the letter of ``words``."""
    blocks: tuple[Block, ...] = (
        group(
            "letterhead",
            lines(words.sender, "International Partnership for Human Rights (IPHR)"),
            paragraph("Square de l’Aviation 7A, 1070 Brussels · ", OFFICE),
        ),
        group("reference", lines(words.reference + REFERENCE, words.date)),
        group("addressees", group("addressee", lines(*words.addressee))),
        Heading(1, text(words.subject)),
        group("salutation", paragraph(words.salutation)),
        paragraph(
            words.opening[0],
            Span(text(KAZAKH), locale="kk"),
            words.opening[1],
            Emphasis(text(words.emphasis)),
            words.opening[2],
        ),
        paragraph(Strong(text(words.strong)), ":"),
        group("asks", items(*words.asks)),
        Heading(2, text(words.theme)),
        group(
            "recommendation",
            group(
                "reasons",
                paragraph(
                    words.reason[0],
                    NoteCall(1),
                    words.reason[1],
                    NoteReference(2),
                    words.reason[2],
                    NoteCall(2),
                ),
            ),
            group("cases", items(words.asks[2], words.asks[0], ordered=False)),
            group("commitments", paragraph(words.see + CODE)),
        ),
        Table(
            header=tuple(text(each) for each in words.table),
            rows=(
                (text("2024"), text("61"), text(CODE)),
                (text("2025"), text("68"), (Span(text(RUSSIAN), locale="ru"),)),
            ),
            aligns=("start", "end", "start"),
        ),
        group("closing", paragraph(words.closing)),
        group("signatories", paragraph(words.sender), paragraph("KIBHR")),
        group("contact", paragraph(words.contact, Link(f"mailto:{MAIL}", text(MAIL)))),
    )
    notes: tuple[Note, ...] = (
        note(1, words.source, Link(ADDRESS, text(ADDRESS)), "."),
        note(2, words.source, Span(text(RUSSIAN), locale="ru"), ". ", words.asks[0], f" {CODE}."),
    )
    made = letter(blocks, notes, locale=locale, title=words.subject)
    return replace(
        made,
        direction="rtl" if script == "Arab" else "ltr",
        script=script,
        lines=PageLines(words.page_number, words.running_title, words.notice, None),
        notes_heading=words.notes,
    )


def arabic_letter() -> Letter:
    """Return a letter from right to left with Latin, Kazakh and Russian in it."""
    return written(ARABIC, "ar", "Arab")


def chinese_letter() -> Letter:
    """Return a letter without spaces between its words."""
    return written(CHINESE, "zh", "Hans")


def georgian_letter() -> Letter:
    """Return a letter in a script that has no serif here."""
    return written(GEORGIAN, "ka", "Geor")


def armenian_letter() -> Letter:
    """Return a letter with Armenian punctuation."""
    return written(ARMENIAN, "hy", "Armn")


def english_letter() -> Letter:
    """Return an English letter that names sources in Arabic, Chinese, Georgian and Armenian."""
    titles = (
        ("ar", ARABIC.running_title),
        ("zh", CHINESE.running_title),
        ("ka", GEORGIAN.running_title),
        ("hy", ARMENIAN.running_title),
    )
    blocks: tuple[Block, ...] = (
        Heading(1, text("Sources in many languages")),
        *(
            paragraph(
                "A source, ",
                Span(text(title), locale=locale),
                f", no. {number} of 2026, says so; قناة 24 and “{CODE}” do too",
                NoteCall(number),
                ".",
            )
            for number, (locale, title) in enumerate(titles, start=1)
        ),
    )
    notes = tuple(
        note(number, Span((Text(title),), locale=locale), ", 2025.")
        for number, (locale, title) in enumerate(titles, start=1)
    )
    return letter(blocks, notes)


SCRIPT_LETTERS = {
    "ar": arabic_letter,
    "zh": chinese_letter,
    "ka": georgian_letter,
    "hy": armenian_letter,
    "en": english_letter,
}


def scripts_as_pdf(_: Path) -> Mapping[str, Rendered]:
    """Return every letter as a PDF; several tests look at them."""
    return {name: pdf_file.render(make(), Templates()) for name, make in SCRIPT_LETTERS.items()}
