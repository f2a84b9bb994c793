package jp.kyosei.ui.shell;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.lumo.Lumo;
import jakarta.inject.Singleton;

/**
 * What every page loads. The socket only carries messages to the browser; what people do comes as ordinary requests,
 * which pass the login filter one by one.
 */
@Singleton
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
@StyleSheet(Lumo.STYLESHEET)
@CssImport("./look/kyosei.css")
@JsModule("./form/composing.ts")
@JsModule("./shell/frame.ts")
@JsModule("./shell/login-notice.ts")
@JsModule("./shell/offline.ts")
public class AppShell implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "/page/icon.svg", "any");
        settings.setPageTitle("Kyosei");
    }
}
