# Who looks after what: the list, invitations, removals.

command-admins = Admins
button-admin-invite = Invite an admin
button-admin-remove = Remove: { $name }
button-admin-really-remove = Yes, remove
button-admin-list = To the list
button-admin-whole-country = The whole country
button-admin-make-link = Done, make the link
admin-country = the whole country
admin-list = <b>Admins</b>
admin-item = { $name } — { $territory }{ $superadmin ->
        [yes] { " " }(superadmin)
       *[no] { "" }
    }
admin-confirm-removal = Remove the admin: { $name } ({ $territory })?
admin-gone = { $name } is no longer an admin.
admin-removed = You are no longer an admin. Thank you for your work!
admin-ask-area =
    { $more ->
        [yes] Another area? Write its name. If that is all, tap “{ button-admin-make-link }”.
       *[no] What will the new admin look after? Write the name of an oblast, a raion or a community. There may be several communities.
    }
admin-areas-chosen = Chosen: <b>{ $areas }</b>
admin-invitation =
    An invitation for a new admin: <b>{ $territory }</b>.

    Forward this link to one person. It works once, until { $until }.
admin-invitation-command = This person has to send me: <code>{ $command }</code>
admin-joined =
    { $again ->
        [yes] You are an admin already. All is well.
       *[no] Welcome! You are an admin now: <b>{ $territory }</b>.
    }

    /admin — what you can do
refused-admin-kept = This admin cannot be removed: superadmins are changed in the settings, and nobody removes oneself.
refused-too-many-areas = At most { $most } areas. For more, choose a raion or an oblast.
admins-line = { $id }	{ $name }	{ $territory }{ $superadmin ->
        [yes] { "	" }superadmin
       *[no] { "" }
    }
admins-none = There are no admins.
admins-unknown = There is no admin with the number { $id }.
admins-area-unknown = There is no such oblast, raion or community: { $name }
admins-area-several = “{ $name }” may be: { $codes }. Say more, or give the code.
admins-removed = { $name } is no longer an admin.
admins-superadmin = { $name }: superadmins are named in the setting SUPERADMINS.
