package jp.kyosei.backend.api.publications;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import jp.kyosei.backend.publishing.open.OpenPage;
import jp.kyosei.backend.publishing.open.OpenShelf;

/**
 * What owners have published, for everybody: read from memory, so it takes no thread of those that wait for the database.
 * A query is no part of an address here, but for the words that somebody looks for.
 */
@Controller("/open")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
final class OpenController {
    private static final String ROOT = "/open/";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final OpenShelf shelf;

    OpenController(OpenShelf shelf) {
        this.shelf = shelf;
    }

    @Get("{/path:.*}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> page(HttpRequest<?> request) {
        String address = request.getPath();
        if (!address.startsWith(ROOT)) {
            return HttpResponse.redirect(URI.create(ROOT))
                    .status(HttpStatus.PERMANENT_REDIRECT)
                    .body(new byte[0]);
        }
        String path = decoded(address.substring(ROOT.length()));
        OpenPage page = path.equals("search")
                ? shelf.search(request.getParameters().getFirst("q").orElse(""))
                : shelf.at(path);
        if (page.status() == HttpStatus.NOT_FOUND.getCode()
                && path.endsWith("/")
                && shelf.at(path.replaceFirst("/+$", "")).status() == HttpStatus.OK.getCode()) {
            return HttpResponse.redirect(URI.create(address.replaceFirst("/+$", "")))
                    .status(HttpStatus.PERMANENT_REDIRECT)
                    .body(new byte[0]);
        }
        return answer(request.getHeaders(), page);
    }

    static HttpResponse<byte[]> answer(HttpHeaders asked, OpenPage page) {
        boolean gzip = page.isCompressible() && takesGzip(asked);
        boolean found = page.status() == HttpStatus.OK.getCode();
        if (found && isKnown(asked, page)) {
            return described(HttpResponse.notModified(), page, gzip);
        }
        MutableHttpResponse<byte[]> response = HttpResponse.<byte[]>status(HttpStatus.valueOf(page.status()))
                .body(page.bytes(gzip))
                .header(HttpHeaders.CONTENT_TYPE, page.contentType())
                .contentLength(page.bytes(gzip).length);
        if (gzip) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (!page.saveAs().isEmpty()) {
            response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(page.saveAs()));
        }
        return described(response, page, gzip);
    }

    private static MutableHttpResponse<byte[]> described(
            MutableHttpResponse<byte[]> response, OpenPage page, boolean gzip) {
        if (page.isCompressible()) {
            response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        return response.header(HttpHeaders.ETAG, page.tag(gzip))
                .header(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(page.modified()))
                .header(HttpHeaders.CACHE_CONTROL, page.caching())
                // Programs of other sites may read what everybody may.
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }

    private static boolean isKnown(HttpHeaders asked, OpenPage page) {
        List<String> tags = asked.getAll(HttpHeaders.IF_NONE_MATCH);
        // By date only the very one that was given: a withdrawal makes a list older than what it was.
        return tags.isEmpty()
                ? HTTP_DATE.format(page.modified()).equals(asked.get(HttpHeaders.IF_MODIFIED_SINCE))
                : page.isKnownBy(tags);
    }

    private static boolean takesGzip(HttpHeaders asked) {
        return asked.getAll(HttpHeaders.ACCEPT_ENCODING).stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .map(String::strip)
                .anyMatch(coding -> coding.startsWith("gzip") && !coding.matches("gzip\\s*;\\s*q=0(\\.0*)?"));
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
