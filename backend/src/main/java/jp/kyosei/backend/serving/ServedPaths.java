package jp.kyosei.backend.serving;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.servlet.engine.initializer.MicronautServletInitializer;
import jakarta.inject.Singleton;
import java.util.List;

/** Adds the configured paths to those of the servlet that runs the controllers; the framework itself knows only one. */
@Singleton
class ServedPaths implements BeanCreatedEventListener<MicronautServletInitializer> {
    private final List<String> paths;

    ServedPaths(@Value("${kyosei.served-paths:}") List<String> paths) {
        this.paths = List.copyOf(paths);
    }

    @Override
    public MicronautServletInitializer onCreated(BeanCreatedEvent<MicronautServletInitializer> event) {
        MicronautServletInitializer servlet = event.getBean();
        paths.forEach(servlet::addMicronautServletMapping);
        return servlet;
    }
}
