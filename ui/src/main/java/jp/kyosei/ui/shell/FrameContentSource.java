package jp.kyosei.ui.shell;

import jp.kyosei.ui.session.Person;

/** Says what stands in the frame for a person on a page. Asked on every navigation, so badges are fresh. */
public interface FrameContentSource {
    /**
     * Says what to show.
     *
     * @param path the address below the server, without a leading slash; empty on the first page
     */
    FrameContent contentFor(Person person, String path);
}
