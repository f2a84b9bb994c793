package jp.kyosei.backend.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.StoredRows;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.publishing.open.OpenShelf;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.WrongTextException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.Assertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers, programs and search engines have of a published year besides its table. */
class OpenFeaturesTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    private static final String YEAR = "plans/" + VISION + "/2022";
    private static final String ICHINOSEKI = "032093";
    private static final FiscalYear R3 = new FiscalYear(2021);
    private static final FiscalYear R4 = new FiscalYear(2022);
    private static final String CONTACT = "まちづくり推進課 0191-21-8641 machi@example.lg.jp";
    private static final String OF_GUESTS =
            "indicator_id in" + " (select indicator_id from kyosei.indicator_definition where name = '圏域内の宿泊者数')";
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final PublishingService publishing = BACKEND.bean(PublishingService.class);
    private final OpenShelf shelf = BACKEND.bean(OpenShelf.class);

    /** The town's part of 圏域内の宿泊者数 of R4, beside the whole figure that the paper prints. */
    @BeforeAll
    static void each_town_has_a_figure_of_its_own() {
        assertThat(StoredRows.write(BACKEND, """
                        insert into kyosei.actual (owner_id, indicator_id, fiscal_year, municipality_code, value, state,
                            entered_by, entered_at)
                        select owner_id, indicator_id, fiscal_year, town, part, state, entered_by, entered_at
                        from kyosei.actual, (values ('032093', 334500), ('034029', 14767)) as towns (town, part)
                        where fiscal_year = 2022 and municipality_code is null and\s""" + OF_GUESTS)).isEqualTo(2);
        assertThat(StoredRows.write(
                        BACKEND,
                        "delete from kyosei.actual where fiscal_year = 2022 and municipality_code is null and "
                                + OF_GUESTS))
                .isEqualTo(1);
    }

    @BeforeEach
    void two_years_are_published_anew() {
        List.of(R3, R4).forEach(year -> {
            if (publishing.year(secretariat(), VISION, year).state() == PublicationState.PUBLISHED) {
                publishing.withdraw(secretariat(), VISION, year, PublishingService.ANY_VERSION, "試験");
            }
            publish(year);
        });
    }

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void a_grade_says_what_it_means_on_the_page_of_the_year_and_of_the_indicator() {
        assertThat(page(YEAR).select("table.figures tbody td.mark .meant").eachText())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).containsPattern("^[ABCD] .*%"));
        Document indicator = page(YEAR + "/indicators/9");
        assertThat(indicator.select("dl.facts").text()).containsPattern("評価 [ABCD] [0-9]+.*%");
        assertThat(indicator.select("table.years td.mark .meaning")).isNotEmpty();
    }

    @Test
    void the_chart_shows_the_baseline_and_each_town_has_one_of_its_own() {
        Document indicator = page(YEAR + "/indicators/9");
        assertThat(indicator.select(".course svg").attr("aria-label")).startsWith("現状値(");
        assertThat(indicator.select(".town-charts figcaption").eachText()).contains("一関市", "平泉町");
        assertThat(indicator.select(".town-charts svg[role=img][aria-label]")).hasSize(2);
    }

    @Test
    void years_and_towns_are_switched_by_links_on_every_page() {
        assertThat(page(YEAR + "/indicators/9").select("nav[aria-label=年度] a").eachAttr("href"))
                .contains("/open/plans/" + VISION + "/2021/indicators/9");
        assertThat(page(YEAR).select("nav[aria-label=市町村] a").eachText()).contains("一関市", "平泉町");
        Document town = page(YEAR + "/towns/" + ICHINOSEKI);
        assertThat(town.select("h1").text()).isEqualTo("一関市の値");
        assertThat(town.select("nav[aria-label=年度] a").eachAttr("href"))
                .contains("/open/plans/%s/2021/towns/%s".formatted(VISION, ICHINOSEKI));
        assertThat(town.select("nav[aria-label=市町村] [aria-current]").text()).isEqualTo("一関市");
        assertThat(town.select("table.figures tbody tr")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"宿泊者", "No.9", "№９", "ＮＯ. 9", "9番", "圏域内の　宿泊者数", "一関 宿泊者数"})
    void an_indicator_is_found_in_whichever_way_it_is_written(String words) {
        Document found = search(words);
        assertThat(found.select(".found li a").eachAttr("href")).contains("/open/" + YEAR + "/indicators/9");
        assertThat(found.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void a_search_is_bounded_and_says_what_it_takes() {
        Document most = search("市");
        assertThat(most.select(".found li").size()).isLessThanOrEqualTo(100);
        assertThat(search("").text()).contains("指標の名称や番号");
        assertThat(search("あ".repeat(5_000)).text()).contains("検索の言葉は100字までです");
        Document attack = search("\"><script>alert(1)</script>\u0000");
        assertThat(attack.select("script")).isEmpty();
        assertThat(attack.text()).contains("ありません");
    }

    @Test
    void a_replacement_tells_old_and_new_of_every_cell_and_of_words_only_that_they_changed() throws Exception {
        assertThat(publishing.preview(secretariat(), VISION, order(R4, CONTACT)).corrections())
                .isEmpty();
        change("value + 1");
        List<PublishedYear.Correction> looked =
                publishing.preview(secretariat(), VISION, order(R4, CONTACT)).corrections();
        publishing.publish(secretariat(), VISION, order(R4, CONTACT), PublishingService.ANY_VERSION);
        shelf.refresh();

        Document versions = page(YEAR + "/versions");
        List<String> lines = versions.select("table.corrections tbody tr").eachText();
        // what was shown before it was published
        assertThat(looked).hasSize(lines.size()).anySatisfy(one -> assertThat(one)
                .isEqualTo(new PublishedYear.Correction("9", "圏域内の宿泊者数", "令和4年度の実績", "349,267", "349,268")));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).contains("No.9", "令和4年度の実績", "349,267", "349,268"))
                .anySatisfy(line -> assertThat(line).contains("令和4年度の実績（一関市）"));
        assertThat(versions.select("h2").eachText())
                .anySatisfy(head -> assertThat(head).containsPattern("第\\d+版　\\d{4}年\\d+月\\d+日差替"));
        assertThat(text("feed.atom")).contains("差替：", "公開：");

        publishing.withdraw(secretariat(), VISION, R4, PublishingService.ANY_VERSION, "内部の理由", "桁に誤りがあったため");
        shelf.refresh();
        assertThat(shelf.at(YEAR + "/versions").status()).isEqualTo(410);
        String gone = text(YEAR);
        assertThat(gone).containsPattern("\\d{4}年\\d+月\\d+日に取り下げた").contains("桁に誤りがあったため");
        for (String path : OpenWalk.all(shelf).keySet()) {
            assertThat(text(path)).as(path).doesNotContain("内部の理由", "349,268", "349268", YEAR + "/indicators");
        }
        assertThat(text("feed.atom")).contains("取り下げ：", "桁に誤りがあったため").doesNotContain("349");
        assertThat(text(feedOfTheOwner())).contains("取り下げ：", "桁に誤りがあったため");
        assertThat(search("No.9").select(".found a").eachAttr("href"))
                .noneMatch(href -> href.contains(VISION + "/2022"));
        assertThat(text("sitemap.xml")).doesNotContain(VISION + "/2022");

        publish(R4);
        assertThat(page(YEAR + "/versions").select("table.corrections")).isEmpty();
        assertThat(text(YEAR + "/versions")).contains("より前の版は、ここには載せていません").doesNotContain("349,267");
        change("value - 1");
    }

    @Test
    void the_long_form_has_one_record_for_each_indicator_year_and_town() throws Exception {
        List<CSVRecord> all = csv(YEAR + "/observations.csv");
        List<CSVRecord> nine = all.stream()
                .filter(one -> one.get("指標番号").equals("9") && one.get("年度").equals("2022"))
                .toList();
        assertThat(nine)
                .extracting(one -> one.get("範囲") + one.get("市町村コード") + one.get("市町村"))
                .containsExactly("全体", "市町村032093一関市", "市町村034029平泉町");
        assertThat(nine.getFirst().get("値")).isEqualTo("349267");
        assertThat(nine.getFirst().get("年度の初日")).isEqualTo("2022-04-01");
        assertThat(nine.getFirst().get("年度の末日")).isEqualTo("2023-03-31");
        assertThat(all).allSatisfy(one -> assertThat(one.get("値")).matches("|-?[0-9]+(\\.[0-9]+)?"));
        assertThat(csv(YEAR + "/indicators/9/data.csv")).isNotEmpty().allSatisfy(one -> assertThat(one.get("指標番号"))
                .isEqualTo("9"));
        assertThat(text(YEAR + "/indicators/9/data.json")).contains("\"value\":349267", "\"no\":\"9\"");
    }

    @Test
    void every_column_of_the_long_form_is_told_of_in_the_documentation_and_to_everybody() throws Exception {
        String documented = Files.readString(Path.of("../docs/formats/open-data.md"));
        Document formats = page("formats");
        assertThat(List.of(text(YEAR + "/observations.csv")
                        .substring(1)
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split(",", -1)))
                .allSatisfy(column -> assertThat(documented).contains("| " + column + " | "))
                .isEqualTo(formats.select("table tbody th").eachText());
    }

    @Test
    void the_workbook_holds_both_tables_with_numbers_as_numbers() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(
                new ByteArrayInputStream(shelf.at(YEAR + "/results.xlsx").bytes(false)))) {
            assertThat(workbook.getSheet("実績").getLastRowNum()).isEqualTo(33);
            int value = 19;
            assertThat(workbook.getSheet("実績（縦長）").getRow(0).getCell(value).getStringCellValue())
                    .isEqualTo("値");
            List<Double> numbers = new ArrayList<>();
            workbook.getSheet("実績（縦長）").forEach(row -> {
                if (row.getCell(value) != null && row.getCell(value).getCellType() == CellType.NUMERIC) {
                    numbers.add(row.getCell(value).getNumericCellValue());
                }
            });
            assertThat(numbers).contains(349_267.0, 334_500.0, 14_767.0);
        }
    }

    @Test
    void whom_to_ask_stands_on_the_pages_and_in_the_catalogue_with_what_programs_ask_for() {
        for (String path : List.of(YEAR, YEAR + "/indicators/9", "plans/" + VISION, "ichinoseki-hiraizumi")) {
            assertThat(page(path).select(".contact").text()).as(path).contains("まちづくり推進課");
        }
        String turtle = text("ichinoseki-hiraizumi/catalog.ttl");
        assertThat(turtle)
                .contains(
                        "vcard:hasEmail <mailto:machi@example.lg.jp>",
                        "vcard:hasTelephone <tel:0191-21-8641>",
                        "dcterms:spatial <",
                        "dcterms:identifier \"032093\"",
                        "dcat:keyword \"計画\"@ja",
                        "dcterms:format <http://publications.europa.eu/resource/authority/file-type/XLSX>",
                        "dcterms:publisher <")
                .containsPattern("dcat:byteSize \"[1-9][0-9]*\"\\^\\^xsd:nonNegativeInteger")
                .doesNotContain("#publisher");
        assertThat(text("catalog.jsonld"))
                .contains("\"dcat:contactPoint\"", "\"dcat:byteSize\"", "\"dcterms:spatial\"");
        Assertions.assertThatThrownBy(() ->
                        publishing.publish(secretariat(), VISION, order(R4, "課\n係"), PublishingService.ANY_VERSION))
                .isInstanceOf(WrongTextException.class)
                .hasMessageContaining("問い合わせ先");
    }

    @Test
    void feed_and_addresses_are_well_formed_and_robots_are_shown_the_way() {
        Document feed = Jsoup.parse(text("feed.atom"), "", Parser.xmlParser());
        assertThat(feed.select("feed > entry > id").eachText())
                .hasSizeGreaterThanOrEqualTo(2)
                .doesNotHaveDuplicates();
        assertThat(feed.select("entry > updated").eachText()).isSortedAccordingTo((one, other) -> other.compareTo(one));
        Document ofTheOwner = Jsoup.parse(text(feedOfTheOwner()), "", Parser.xmlParser());
        assertThat(ofTheOwner.select("feed > entry > id").eachText()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(ofTheOwner.select("entry author name").eachText())
                .containsOnly(ofTheOwner.select("feed > title").text().replace("の実績の公開と差替", ""));
        assertThat(ofTheOwner.select("link[rel=self]").attr("href")).endsWith("/open/" + feedOfTheOwner());
        assertThat(Jsoup.parse(text("sitemap.xml"), "", Parser.xmlParser())
                        .select("url > loc")
                        .eachText())
                .anyMatch(loc -> loc.endsWith("/open/" + YEAR + "/indicators/9"))
                .doesNotHaveDuplicates();
        assertThat(text("robots.txt")).contains("Disallow: /\n", "Allow: /open/", "/open/sitemap.xml");
    }

    @Test
    void figures_below_zero_have_the_sign_of_offices_on_pages_and_of_programs_in_data() throws Exception {
        List<String> paths = List.of(YEAR, YEAR + "/indicators/9", YEAR + "/towns/" + ICHINOSEKI, YEAR + "/versions");
        for (String path : paths) {
            assertThat(page(path).select("td, dd, svg text").eachText())
                    .as(path)
                    .noneMatch(cell -> cell.matches("[-−][0-9].*"));
        }
        assertThat(page(YEAR).select("table.figures td.number").eachText())
                .anyMatch(cell -> cell.matches("△[0-9][0-9,.]*"));
        assertThat(text(YEAR + "/results.json")).containsPattern("\"-[0-9]").doesNotContain("△");
    }

    /** Where the owner's page says that it is. */
    private String feedOfTheOwner() {
        String owner = page("plans/" + VISION + "/2021")
                .select("nav a[href^=/open/]")
                .get(1)
                .attr("href");
        String feed = page(owner.substring("/open/".length()))
                .select("link[type=application/atom+xml]")
                .eachAttr("href")
                .getLast();
        assertThat(feed).isEqualTo(owner + "/feed.atom");
        return feed.substring("/open/".length());
    }

    private List<CSVRecord> csv(String path) throws Exception {
        String text = text(path);
        assertThat(text).startsWith("\uFEFF").doesNotContain("目印");
        try (CSVParser parser = CSVParser.parse(
                text.substring(1),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }

    /** A correction of one town's figure of 圏域内の宿泊者数. */
    private static void change(String value) {
        assertThat(StoredRows.write(
                        BACKEND,
                        "update kyosei.actual set value = " + value
                                + " where fiscal_year = 2022 and municipality_code = ? and " + OF_GUESTS,
                        ICHINOSEKI))
                .isEqualTo(1);
    }

    private Document search(String words) {
        return Jsoup.parse(new String(shelf.search(words).bytes(false), StandardCharsets.UTF_8));
    }

    private Document page(String path) {
        assertThat(shelf.at(path).status()).as(path).isEqualTo(200);
        return Jsoup.parse(text(path));
    }

    private String text(String path) {
        return OpenWalk.text(shelf.at(path));
    }

    private void publish(FiscalYear year) {
        publishing.publish(secretariat(), VISION, order(year, CONTACT), PublishingService.ANY_VERSION);
        shelf.refresh();
    }

    private static PublishOrder order(FiscalYear year, String contact) {
        return new PublishOrder(year, false, false, Licence.CC_BY_4_0, contact);
    }

    private static Actor secretariat() {
        return BACKEND.user(DemonstrationUser.SECRETARIAT);
    }
}
