package jp.kyosei.backend.mail;

import io.micronaut.data.annotation.MappedEntity;

@MappedEntity
record ReachRow(int place, boolean already, int reached, int switchedOff, int withoutAddress) {
    Reach reach() {
        return new Reach(already, reached, switchedOff, withoutAddress);
    }
}
