package jp.kyosei.ui.api.forged;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.publishing.open.OpenShelf;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.api.ApiClient;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;

/** Every paper, workbook, table and public page of the fuzzed plan, fetched and opened by what people open them with. */
final class OpenedPapers {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final int MOST_IN_A_CELL = 32_767;

    private final ApiClient client = new ApiClient();
    private final List<String> wrong = new ArrayList<>();
    private int opened;

    private OpenedPapers() {}

    /** What does not open. */
    static List<String> wrong(Map<String, String> values) {
        OpenedPapers papers = new OpenedPapers();
        papers.open(values);
        System.out.printf("%d papers and pages opened%n", papers.opened);
        return papers.wrong;
    }

    private void open(Map<String, String> values) {
        String plan = "/api/v1/plans/" + FuzzedPlan.SLUG;
        String meeting = "/api/v1/meetings/" + values.get("meeting");
        for (String kind : List.of("results", "overview", "trend", "notes")) {
            for (String format : List.of("xlsx", "pdf", "docx", "csv")) {
                open("%s/reports/%s.%s?fiscalYear=2022".formatted(plan, kind, format));
            }
        }
        for (String report : List.of("results.xlsx", "notes.pdf", "notes.csv")) {
            open("%s/reports/%s?fiscalYear=2023".formatted(plan, report));
        }
        for (String town : List.of("032093", "034029")) {
            open("%s/rounds/2023/workbook.xlsx?municipality=%s".formatted(plan, town));
        }
        client.post(FuzzedPlan.SECRETARIAT, meeting + "/issue", "{}");
        open(meeting + "/pack.pdf");
        open("/api/v1/imports/%s/annotated.xlsx".formatted(values.get("dataImport")));
        for (String path : List.of(
                plan,
                plan + "/results?fiscalYear=2023",
                plan + "/summary?fiscalYear=2023",
                plan + "/trend",
                plan + "/notes?fiscalYear=2023",
                plan + "/sections/1/notes?fiscalYear=2023",
                plan + "/indicators/9/notes?fiscalYear=2023",
                plan + "/rounds",
                plan + "/rounds/2023",
                plan + "/meetings",
                plan + "/vision",
                plan + "/publications",
                plan + "/publications/2023/preview?narratives=true&notes=true",
                meeting,
                meeting + "/materials/1",
                meeting + "/minutes",
                meeting + "/outcomes",
                "/api/v1/audit?plan=" + FuzzedPlan.SLUG,
                "/api/v1/owners/%s/imports".formatted(values.get("owner")))) {
            ApiClient.Answer answer = client.get(FuzzedPlan.SECRETARIAT, path);
            opened++;
            if (answer.status() != 200 || answer.json().isNull()) {
                wrong.add(path + ": " + answer.status());
            }
        }
        openToAll(plan, FuzzedPlan.SLUG);
    }

    private void open(String path) {
        opened++;
        HttpResponse<byte[]> answer = fetched(path, true);
        // What takes long is made beside, and each look at it waits for a while.
        while (answer.statusCode() == 202) {
            String order = answer.headers().firstValue("Location").orElseThrow();
            answer = fetched(order + "/file", true);
        }
        if (answer.statusCode() != 200) {
            wrong.add("%s: %d %s".formatted(path, answer.statusCode(), text(answer.body())));
            return;
        }
        try {
            check(path, answer.body());
        } catch (IOException | RuntimeException e) {
            wrong.add(path + ": " + e);
        }
    }

    private static void check(String path, byte[] file) throws IOException {
        String name = path.replaceAll("\\?.*", "");
        if (name.endsWith(".xlsx")) {
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
                for (Sheet sheet : workbook) {
                    for (Row row : sheet) {
                        for (Cell cell : row) {
                            if (cell.toString().length() > MOST_IN_A_CELL) {
                                throw new IllegalStateException(
                                        "no cell of a spreadsheet holds that: " + cell.getAddress());
                            }
                        }
                    }
                }
            }
        } else if (name.endsWith(".docx")) {
            try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
                require(!document.getBodyElements().isEmpty());
            }
        } else if (name.endsWith(".pdf")) {
            try (PDDocument document = Loader.loadPDF(file)) {
                require(document.getNumberOfPages() > 0);
            }
        } else if (name.endsWith(".csv")) {
            try (CSVParser table = CSVParser.parse(new StringReader(text(file)), CSVFormat.RFC4180)) {
                require(!table.getRecords().isEmpty());
            }
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("there is nothing in it");
        }
    }

    /** Published anew, and every page and file that is linked read. */
    private void openToAll(String plan, String slug) {
        ApiClient.Answer year = client.get(FuzzedPlan.SECRETARIAT, plan + "/publications/2022");
        ApiClient.Answer published = client.send(plan + "/publications", request -> request.header(
                        "Authorization", "Bearer " + client.token(FuzzedPlan.SECRETARIAT))
                .header("Content-Type", "application/json")
                .header("If-Match", year.header("ETag"))
                .POST(HttpRequest.BodyPublishers.ofString("""
                                {"fiscalYear":2022,"narratives":true,"notes":true,"licence":"CC_BY_4_0"}""")));
        if (published.status() != 201) {
            wrong.add("publication: %d %s".formatted(published.status(), published.body()));
            return;
        }
        RunningKyosei.get().bean(OpenShelf.class).refresh();
        String page = "/open/plans/%s/2022".formatted(slug);
        HttpResponse<byte[]> answer = fetched(page, false);
        List<String> links = new ArrayList<>(List.of("/open/", "/open/catalog.jsonld", "/open/catalog.ttl", page));
        Jsoup.parse(text(answer.body())).select("[href]").eachAttr("href").stream()
                .filter(link -> link.startsWith(page))
                .forEach(links::add);
        if (links.size() < 10) {
            wrong.add(page + ": hardly a link");
        }
        for (String link : links) {
            opened++;
            HttpResponse<byte[]> found = fetched(link.replaceAll("#.*", ""), false);
            if (found.statusCode() != 200) {
                wrong.add("%s: %d".formatted(link, found.statusCode()));
            } else {
                try {
                    check(link, found.body());
                } catch (IOException | RuntimeException e) {
                    wrong.add(link + ": " + e);
                }
            }
        }
    }

    private HttpResponse<byte[]> fetched(String path, boolean known) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(RunningKyosei.get().url().resolve(path));
        if (known) {
            request.header("Authorization", "Bearer " + client.token(DemonstrationUser.SECRETARIAT));
        }
        try {
            return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, e);
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
