package jp.kyosei.ui.server;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.Constants;
import com.vaadin.flow.server.FutureAccess;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.SessionExpiredException;
import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.ApplicationConstants;
import io.micronaut.context.ApplicationContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import jp.kyosei.ui.session.LoginBoundPushes;
import jp.kyosei.ui.session.LoginDoor;
import org.jspecify.annotations.Nullable;

/** Vaadin's servlet, whose views and listeners are Micronaut beans. */
class ScreenServlet extends VaadinServlet {
    private static final String STATIC_FILES = "META-INF/resources";
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST");

    private final transient ApplicationContext beans;

    ScreenServlet(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        VaadinServletService service = new ScreenService(this, configuration, beans);
        service.init();
        return service;
    }

    /** What Vaadin would take for something else, or stumble over, is said to be wrong here. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", METHODS));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (!isScreenNumber(request.getParameter(ApplicationConstants.UI_ID_PARAMETER))) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            super.service(request, response);
        }
    }

    private static boolean isScreenNumber(@Nullable String text) {
        return text == null || text.matches("-?\\d{1,9}");
    }

    @Override
    protected StaticFileHandler createStaticFileHandler(VaadinService service) {
        StaticFileHandler files = new KeptFiles(service);
        return (request, response) -> isFileOrStranger(files, request, response);
    }

    /** A stranger is let through for a file that everybody may have; where there is none, nothing else is tried. */
    private static boolean isFileOrStranger(
            StaticFileHandler files, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (files.serveStaticResource(request, response)) {
                return true;
            }
        } catch (NumberFormatException impossibleRange) {
            response.sendError(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return true;
        }
        if (request.getUserPrincipal() == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return true;
        }
        return false;
    }

    @Override
    protected VaadinServletRequest createVaadinRequest(HttpServletRequest request) {
        return super.createVaadinRequest(new WithoutSessionCommands(request));
    }

    /** Vaadin would end the session for whoever follows a link with these parameters; only the logout does. */
    private static final class WithoutSessionCommands extends HttpServletRequestWrapper {
        private static final Set<String> COMMANDS =
                Set.of(Constants.URL_PARAMETER_CLOSE_APPLICATION, Constants.URL_PARAMETER_RESTART_APPLICATION);

        WithoutSessionCommands(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return COMMANDS.contains(name) ? null : super.getParameter(name);
        }
    }

    private static final class ScreenService extends VaadinServletService {
        private static final String REFUSED = ScreenService.class.getName() + ".refused";

        private final transient ApplicationContext beans;
        private final transient LoginDoor door;

        ScreenService(VaadinServlet servlet, DeploymentConfiguration configuration, ApplicationContext beans) {
            super(servlet, configuration);
            this.beans = beans;
            door = beans.getBean(LoginDoor.class);
            LoginBoundPushes.install(getContext(), door);
        }

        /** What a socket brings has passed no filter; it is known by having no response of its own. */
        @Override
        public void requestStart(VaadinRequest request, @Nullable VaadinResponse response) {
            super.requestStart(request, response);
            if (response == null) {
                request.setAttribute(REFUSED, !door.letsIn(request));
            }
        }

        @Override
        public VaadinSession findVaadinSession(VaadinRequest request) throws SessionExpiredException {
            if (Boolean.TRUE.equals(request.getAttribute(REFUSED))) {
                request.removeAttribute(REFUSED);
                throw new SessionExpiredException();
            }
            return super.findVaadinSession(request);
        }

        /**
         * Work for an open screen that nobody there has asked for. Where Keycloak has to be asked first whether its login
         * stands, the others that are told the same do not wait for that.
         */
        @Override
        public Future<Void> accessSession(VaadinSession session, Command command) {
            if (!door.asksFirst(session)) {
                return super.accessSession(session, command);
            }
            FutureAccess work = new FutureAccess(session, command);
            Thread.ofVirtual().name("login-check").start(() -> {
                try {
                    door.personOf(session);
                } finally {
                    session.getPendingAccessQueue().add(work);
                    ensureAccessQueuePurged(session);
                }
            });
            return work;
        }

        @Override
        protected Optional<Instantiator> loadInstantiators() {
            return Optional.of(new BeanInstantiator(this, beans));
        }

        /** Files come from the class path alone; there is no directory of the servlet context. */
        @Override
        public @Nullable URL getStaticResource(String path) {
            return path.contains("..") ? null : getClassLoader().getResource(STATIC_FILES + path);
        }

        @Override
        public @Nullable URL getResourceInServletContext(String path) {
            return getStaticResource(path);
        }
    }
}
