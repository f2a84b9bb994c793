package jp.kyosei.backend.owners.alliance;

/** Whom the alliance's secretariat turns to in a town; each part may be empty. */
public record Contact(String department, String name, String mail, String telephone) {
    public static final Contact NONE = new Contact("", "", "", "");

    public boolean isEmpty() {
        return equals(NONE);
    }
}
