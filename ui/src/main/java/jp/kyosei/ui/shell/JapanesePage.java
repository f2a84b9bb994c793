package jp.kyosei.ui.shell;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/** Makes every page Japanese, before and after Vaadin's client has started. */
@Singleton
class JapanesePage implements VaadinServiceInitListener {
    private static final Duration RETRY = Duration.ofSeconds(2);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(
                page -> page.getDocument().select("html").attr("lang", Locale.JAPANESE.getLanguage()));
        event.getSource().addSessionInitListener(session -> session.getSession().setLocale(Locale.JAPAN));
        event.getSource().setSystemMessagesProvider(ignored -> messages());
        event.getSource().addUIInitListener(opened -> speakJapanese(opened.getUI()));
    }

    private static SystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption("この画面の続きは開けなくなりました");
        messages.setSessionExpiredMessage(
                "時間がたったか、サーバーが動き直したためです。最後に押したものは、行われていないことがあります。実績、評価文、意見、議事要旨の書きかけは、このブラウザに残っています。ほかの欄の内容が必要なときは写し取ってから、ここを押してログインし直してください。");
        messages.setInternalErrorCaption("処理できませんでした");
        messages.setInternalErrorMessage("ここを押して画面を開き直してください。");
        messages.setCookiesDisabledCaption("Cookie が使えません");
        messages.setCookiesDisabledMessage("ブラウザの設定で Cookie を有効にしてから、ここを押してください。");
        return messages;
    }

    private static void speakJapanese(UI page) {
        page.setLocale(Locale.JAPAN);
        ReconnectDialogConfiguration words = page.getReconnectDialogConfiguration();
        words.setReconnectInterval((int) RETRY.toMillis());
        words.setDialogText("サーバーと通信できません。自動でつなぎ直しています。いま押したものは、つながったときに行います。入力した内容は残っています。");
        words.setDialogTextGaveUp("サーバーと通信できません。しばらくしてから画面を開き直してください。");
    }
}
