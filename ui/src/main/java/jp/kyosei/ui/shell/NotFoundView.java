package jp.kyosei.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import io.micronaut.context.annotation.Prototype;
import jakarta.servlet.http.HttpServletResponse;
import jp.kyosei.backend.tenancy.SecurityLog;

/** Said alike of what does not exist and of what the person may not see, so that nothing can be guessed from it. */
@Prototype
@ParentLayout(MainLayout.class)
public final class NotFoundView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    public NotFoundView() {
        addClassName("plain-page");
        add(
                new H1("ページが見つかりません"),
                new Paragraph("アドレスが変わったか、見る権限のない内容です。お心当たりがないときは、事務局または団体の管理者にお尋ねください。"),
                new Paragraph(new Anchor("", "ホームへ戻る")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> cause) {
        SecurityLog.refusedAtScreen("not-found", "/" + event.getLocation().getPath());
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return "ページが見つかりません - Kyosei";
    }
}
