package jp.kyosei.ui.server;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.startup.ErrorNavigationTargetInitializer;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.RouteRegistryInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import com.vaadin.flow.server.startup.WebComponentConfigurationRegistryInitializer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.ui.session.LoginFilter;
import jp.kyosei.ui.session.OpenSessions;
import jp.kyosei.ui.session.PublicUrl;
import jp.kyosei.ui.session.SessionCookie;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.tomcat.util.http.CookieProcessor;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.apache.tomcat.websocket.server.WsSci;

/**
 * Adds Vaadin to Micronaut's Tomcat before it starts. The filters are registered ahead of Tomcat's own web socket
 * filter: an upgrade without a login must not get as far as a socket.
 */
@Singleton
class VaadinInTomcat implements BeanCreatedEventListener<Tomcat> {
    private static final int MOST_PART_HEADER_BYTES = 16 * 1024;
    private static final long MOST_ANSWER_MILLIS = Duration.ofMinutes(15).toMillis();

    private final ApplicationContext beans;
    private final PublicUrl publicUrl;
    private final String trustedProxies;

    VaadinInTomcat(
            ApplicationContext beans,
            PublicUrl publicUrl,
            @Value("${kyosei.limits.trusted-proxies:}") String trustedProxies) {
        this.beans = beans;
        this.publicUrl = publicUrl;
        this.trustedProxies = trustedProxies;
    }

    @Override
    public Tomcat onCreated(BeanCreatedEvent<Tomcat> event) {
        Tomcat tomcat = event.getBean();
        Context context = (Context) tomcat.getHost().findChildren()[0];
        // Micronaut points it at the root of the file system, and Vaadin would serve what it finds there.
        context.setDocBase(null);
        Tomcat.addDefaultMimeTypeMappings(context);
        context.setCookieProcessor(sameSiteCookies());
        ((StandardHost) tomcat.getHost()).setErrorReportValveClass(ErrorPages.class.getName());
        // A name of 200 letters, each escaped, in both forms; Tomcat's own limit is less than 170 Japanese letters.
        tomcat.getConnector().setMaxPartHeaderSize(MOST_PART_HEADER_BYTES);
        Compression.of(tomcat.getConnector());
        // What takes long is given up by its own limits, in words; Tomcat's half minute would end it with a page of its
        // own.
        tomcat.getConnector().setAsyncTimeout(MOST_ANSWER_MILLIS);
        if (publicUrl.isSecure()) {
            // A proxy ends TLS: cookies are still to be marked secure.
            tomcat.getConnector().setSecure(true);
            tomcat.getConnector().setScheme("https");
        }
        if (!trustedProxies.isBlank()) {
            tomcat.getHost().getPipeline().addValve(behindProxies(trustedProxies));
        }
        tomcat.getHost().getPipeline().addValve(new RequestLog());
        tomcat.getHost().getPipeline().addValve(new Compression());
        context.addServletContainerInitializer((classes, servlets) -> registerFilters(servlets), Set.of());
        context.addServletContainerInitializer(new WsSci(), Set.of());
        context.addServletContainerInitializer(
                new LookupServletContainerInitializer(), Set.of(LookupInitializer.class));
        context.addServletContainerInitializer(new RouteRegistryInitializer(), routes());
        context.addServletContainerInitializer(
                new ErrorNavigationTargetInitializer(), typesOf(HasErrorParameter.class));
        context.addServletContainerInitializer(new VaadinAppShellInitializer(), typesOf(AppShellConfigurator.class));
        context.addServletContainerInitializer(new WebComponentConfigurationRegistryInitializer(), Set.of());
        context.addServletContainerInitializer((classes, servlets) -> registerVaadin(servlets), Set.of());
        return tomcat;
    }

    /** Where a request comes from is what such a proxy says; of how it came to the proxy nothing is believed. */
    private static RemoteIpValve behindProxies(String addresses) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(addresses);
        valve.setProtocolHeader(null);
        return valve;
    }

    private static CookieProcessor sameSiteCookies() {
        Rfc6265CookieProcessor cookies = new Rfc6265CookieProcessor();
        cookies.setSameSiteCookies("Lax");
        return cookies;
    }

    private void registerFilters(ServletContext servlets) {
        beans.getBean(SessionCookie.class).applyTo(servlets);
        servlets.addListener(beans.getBean(OpenSessions.class));
        register(servlets, "security headers", beans.getBean(SecurityHeaders.class));
        register(servlets, "too many requests", beans.getBean(TooManyRequests.class));
        register(servlets, "well-formed addresses", beans.getBean(WellFormedAddress.class));
        register(servlets, "unreadable requests", beans.getBean(UnreadableRequests.class));
        register(servlets, "login", beans.getBean(LoginFilter.class));
    }

    private static void register(ServletContext servlets, String name, Filter filter) {
        var registration = servlets.addFilter(name, filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    }

    private void registerVaadin(ServletContext servlets) {
        ServletRegistration.Dynamic vaadin = servlets.addServlet(LoginFilter.SCREENS, new ScreenServlet(beans));
        vaadin.setAsyncSupported(true);
        vaadin.setLoadOnStartup(1);
        vaadin.addMapping("/*");
    }

    private Set<Class<?>> routes() {
        return beans.getBeanDefinitions(Qualifiers.byStereotype(Route.class)).stream()
                .map(BeanDefinition::getBeanType)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<Class<?>> typesOf(Class<?> beanType) {
        return beans.getBeanDefinitions(beanType).stream()
                .map(BeanDefinition::getBeanType)
                .collect(Collectors.toUnmodifiableSet());
    }
}
