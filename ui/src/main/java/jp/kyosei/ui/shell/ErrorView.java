package jp.kyosei.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.micronaut.context.annotation.Prototype;
import jakarta.servlet.http.HttpServletResponse;

/** Shown where a page could not be made. The cause stands in the log under the number that the page shows. */
@Prototype
@ParentLayout(MainLayout.class)
public final class ErrorView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> cause) {
        String number =
                Incident.log(cause.getException(), "/" + event.getLocation().getPath());
        addClassName("plain-page");
        add(
                new H1("画面を表示できませんでした"),
                new Paragraph("お手数ですが、もう一度お試しください。続くときは、次の番号を添えて管理者にお知らせください。"),
                new Paragraph("番号：" + number),
                new Paragraph(new Anchor("", "ホームへ戻る")));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return "画面を表示できませんでした - Kyosei";
    }
}
