package jp.kyosei.ui.server;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.micronaut.context.ApplicationContext;
import java.util.stream.Stream;

/** Asks Micronaut for what Vaadin needs, and lets Vaadin construct whatever is no bean. */
class BeanInstantiator extends DefaultInstantiator {
    private final transient ApplicationContext beans;

    BeanInstantiator(VaadinService service, ApplicationContext beans) {
        super(service);
        this.beans = beans;
    }

    @Override
    public Stream<VaadinServiceInitListener> getServiceInitListeners() {
        return Stream.concat(
                super.getServiceInitListeners(), beans.getBeansOfType(VaadinServiceInitListener.class).stream());
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        return beans.findBean(type).orElseGet(() -> super.getOrCreate(type));
    }

    @Override
    public <T extends Component> T createComponent(Class<T> componentType) {
        return beans.findBean(componentType).orElseGet(() -> super.createComponent(componentType));
    }
}
