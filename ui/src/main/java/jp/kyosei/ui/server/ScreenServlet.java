package jp.kyosei.ui.server;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import io.micronaut.context.ApplicationContext;
import java.net.URL;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Vaadin's servlet, whose views and listeners are Micronaut beans. */
class ScreenServlet extends VaadinServlet {
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

    private static final String STATIC_FILES = "META-INF/resources";

    private static final class ScreenService extends VaadinServletService {
        private final transient ApplicationContext beans;

        ScreenService(VaadinServlet servlet, DeploymentConfiguration configuration, ApplicationContext beans) {
            super(servlet, configuration);
            this.beans = beans;
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
