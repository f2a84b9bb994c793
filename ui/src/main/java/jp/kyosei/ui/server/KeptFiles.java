package jp.kyosei.ui.server;

import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long browsers keep the files of the front end: for good where the address changes with the content, for the build names
 * a file by its content or the page asks for it by such a name; every other is asked after each time, and answered 304.
 */
final class KeptFiles extends StaticFileServer {
    private static final String NAMED_BY_CONTENT = "/VAADIN/build/";
    private static final List<String> VERSIONS = List.of("v", ApplicationConstants.CONTENT_HASH_PARAMETER);

    KeptFiles(VaadinService service) {
        super(service);
    }

    @Override
    protected void writeCacheHeaders(
            String filenameWithPath, @Nullable HttpServletRequest request, HttpServletResponse response) {
        boolean forGood = filenameWithPath.startsWith(NAMED_BY_CONTENT)
                || (request != null && VERSIONS.stream().anyMatch(name -> request.getParameter(name) != null));
        response.setHeader("Cache-Control", forGood ? "max-age=31536000, immutable" : "no-cache");
    }
}
